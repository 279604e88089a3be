import type { MigrationInterface, QueryRunner } from 'typeorm'

const options = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci'

const tables = [
  `CREATE TABLE coupon_template (
    id BIGINT NOT NULL PRIMARY KEY,
    title VARCHAR(60) NOT NULL,
    note VARCHAR(200) NULL,
    face_value_fen BIGINT NOT NULL,
    min_spend_fen BIGINT NOT NULL,
    government_fen BIGINT NOT NULL,
    total_count INT NOT NULL,
    claimed_count INT NOT NULL DEFAULT 0,
    per_person_limit INT NOT NULL,
    status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    claim_from DATETIME(3) NOT NULL,
    claim_until DATETIME(3) NOT NULL,
    valid_from DATETIME(3) NOT NULL,
    valid_until DATETIME(3) NOT NULL,
    is_near_expiry TINYINT NOT NULL DEFAULT 0,
    is_demo TINYINT NOT NULL DEFAULT 0,
    created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    KEY coupon_template_open (status, claim_until),
    CONSTRAINT coupon_template_stock CHECK (claimed_count BETWEEN 0 AND total_count)
  ) ${options}`,
  `CREATE TABLE coupon_template_outlet (
    template_id BIGINT NOT NULL,
    outlet_id BIGINT NOT NULL,
    PRIMARY KEY (template_id, outlet_id),
    KEY coupon_template_outlet_outlet (outlet_id)
  ) ${options}`,
  `CREATE TABLE coupon (
    id BIGINT NOT NULL PRIMARY KEY,
    template_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    ordinal INT NOT NULL,
    status VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'unused',
    valid_until DATETIME(3) NOT NULL,
    claimed_at DATETIME(3) NOT NULL,
    used_at DATETIME(3) NULL,
    used_outlet_id BIGINT NULL,
    UNIQUE KEY coupon_person_template (template_id, resident_id, ordinal),
    KEY coupon_mine (resident_id, status, id)
  ) ${options}`,
  `CREATE TABLE coupon_code (
    coupon_id BIGINT NOT NULL PRIMARY KEY,
    digits VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    nonce VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    UNIQUE KEY coupon_code_digits (digits),
    KEY coupon_code_expiry (expires_at)
  ) ${options}`,
  `CREATE TABLE redemption (
    id BIGINT NOT NULL PRIMARY KEY,
    coupon_id BIGINT NOT NULL,
    live_coupon_id BIGINT NULL,
    template_id BIGINT NOT NULL,
    resident_id BIGINT NOT NULL,
    outlet_id BIGINT NOT NULL,
    clerk_id BIGINT NOT NULL,
    amount_fen BIGINT NULL,
    discount_fen BIGINT NOT NULL,
    government_fen BIGINT NOT NULL,
    merchant_fen BIGINT NOT NULL,
    redeemed_at DATETIME(3) NOT NULL,
    reversed_at DATETIME(3) NULL,
    reversed_by BIGINT NULL,
    UNIQUE KEY redemption_live (live_coupon_id),
    KEY redemption_outlet (outlet_id, id),
    KEY redemption_outlet_day (outlet_id, redeemed_at),
    KEY redemption_coupon (coupon_id)
  ) ${options}`,
]

export class CreateCoupon1795320500000 implements MigrationInterface {
  name = 'CreateCoupon1795320500000'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['redemption', 'coupon_code', 'coupon', 'coupon_template_outlet', 'coupon_template'])
      await runner.query(`DROP TABLE ${name}`)
  }
}

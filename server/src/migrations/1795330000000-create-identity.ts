import type { MigrationInterface, QueryRunner } from 'typeorm'

const table = (name: string, columns: string) =>
  `CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`
const ascii = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`
const createdAt = 'created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)'
const isDemo = 'is_demo TINYINT NOT NULL DEFAULT 0'

const resident = table(
  'resident',
  `id BIGINT NOT NULL PRIMARY KEY,
   appid ${ascii(64)} NOT NULL,
   openid ${ascii(64)} NULL,
   unionid ${ascii(64)} NULL,
   nickname VARCHAR(40) NOT NULL,
   phone ${ascii(500)} NULL,
   phone_index ${ascii(43)} NULL,
   phone_tail ${ascii(4)} NULL,
   deletion_requested_at DATETIME(3) NULL,
   deletion_effective_at DATETIME(3) NULL,
   erased_at DATETIME(3) NULL,
   ${isDemo},
   ${createdAt},
   UNIQUE KEY uq_resident_openid (appid, openid),
   KEY ix_resident_unionid (unionid),
   KEY ix_resident_phone (phone_index),
   KEY ix_resident_deletion (deletion_effective_at)`,
)

const merchantMember = table(
  'merchant_member',
  `id BIGINT NOT NULL PRIMARY KEY,
   resident_id BIGINT NOT NULL,
   merchant_id BIGINT NOT NULL,
   role ${ascii(10)} NOT NULL,
   ${isDemo},
   ${createdAt},
   UNIQUE KEY uq_merchant_member (resident_id, merchant_id),
   KEY ix_merchant_member_merchant (merchant_id)`,
)

const session = table(
  'session',
  `id BIGINT NOT NULL PRIMARY KEY,
   token_hash ${ascii(43)} NOT NULL,
   kind ${ascii(10)} NOT NULL,
   subject_id BIGINT NOT NULL,
   created_at DATETIME(3) NOT NULL,
   last_seen_at DATETIME(3) NOT NULL,
   UNIQUE KEY uq_session_token (token_hash),
   KEY ix_session_subject (kind, subject_id),
   KEY ix_session_seen (kind, last_seen_at)`,
)

const appointment = `display_name VARCHAR(60) NOT NULL,
   role ${ascii(12)} NOT NULL,
   division_code ${ascii(12)} NOT NULL,
   division_name VARCHAR(60) NOT NULL`

const staffAccount = table(
  'staff_account',
  `id BIGINT NOT NULL PRIMARY KEY,
   username ${ascii(32)} NOT NULL,
   password_hash ${ascii(120)} NOT NULL,
   ${appointment},
   totp_secret ${ascii(500)} NULL,
   totp_pending ${ascii(500)} NULL,
   totp_last_step INT NULL,
   disabled_at DATETIME(3) NULL,
   ${isDemo},
   ${createdAt},
   UNIQUE KEY uq_staff_account_username (username)`,
)

const staffInvitation = table(
  'staff_invitation',
  `id BIGINT NOT NULL PRIMARY KEY,
   token_hash ${ascii(43)} NOT NULL,
   ${appointment},
   expires_at DATETIME(3) NOT NULL,
   used_at DATETIME(3) NULL,
   ${createdAt},
   UNIQUE KEY uq_staff_invitation_token (token_hash)`,
)

const staffLoginAttempt = table(
  'staff_login_attempt',
  `username_hash ${ascii(43)} NOT NULL PRIMARY KEY,
   failed INT NOT NULL,
   last_at DATETIME(3) NOT NULL,
   KEY ix_staff_login_attempt_last (last_at)`,
)

export class CreateIdentity1795330000000 implements MigrationInterface {
  name = 'CreateIdentity1795330000000'

  async up(runner: QueryRunner): Promise<void> {
    const tables = [resident, merchantMember, session, staffAccount, staffInvitation, staffLoginAttempt]
    for (const statement of tables) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['staff_login_attempt', 'staff_invitation', 'staff_account', 'session', 'merchant_member']
    for (const name of [...tables, 'resident']) await runner.query(`DROP TABLE ${name}`)
  }
}

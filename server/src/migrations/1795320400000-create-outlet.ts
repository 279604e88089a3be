import type { MigrationInterface, QueryRunner } from 'typeorm'

const table = (name: string, columns: string) =>
  `CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`
const ascii = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`

const tables: Record<string, string> = {
  merchant: `
    id BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(60) NOT NULL,
    is_demo TINYINT NOT NULL DEFAULT 0,
    created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)`,
  outlet: `
    id BIGINT NOT NULL PRIMARY KEY,
    merchant_id BIGINT NOT NULL,
    name VARCHAR(60) NOT NULL,
    name_sort ${ascii(40)} NOT NULL,
    search_text VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    format_code ${ascii(40)} NOT NULL,
    community_code ${ascii(12)} NOT NULL,
    status ${ascii(12)} NOT NULL,
    lng DOUBLE NOT NULL,
    lat DOUBLE NOT NULL,
    cell INT NOT NULL,
    address VARCHAR(120) NOT NULL,
    address_note VARCHAR(120) NULL,
    phone VARCHAR(30) NULL,
    hours JSON NULL,
    hours_note VARCHAR(120) NULL,
    is_chain TINYINT NOT NULL DEFAULT 0,
    price_note VARCHAR(60) NULL,
    prices_updated_on DATE NULL,
    offer_label VARCHAR(40) NULL,
    last_confirmed_on DATE NULL,
    last_confirmed_by ${ascii(12)} NULL,
    is_demo TINYINT NOT NULL DEFAULT 0,
    created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    updated_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
    KEY ix_outlet_cell (cell),
    KEY ix_outlet_format_cell (format_code, cell),
    KEY ix_outlet_register (community_code, name_sort, id),
    KEY ix_outlet_merchant (merchant_id, name_sort, id)`,
  outlet_change: `
    outlet_id BIGINT NOT NULL PRIMARY KEY,
    revision INT NOT NULL,
    changed_at DATETIME(3) NOT NULL,
    KEY ix_outlet_change_feed (changed_at, outlet_id)`,
  outlet_service: `
    outlet_id BIGINT NOT NULL,
    service_code ${ascii(40)} NOT NULL,
    PRIMARY KEY (outlet_id, service_code),
    KEY ix_outlet_service_service (service_code, outlet_id)`,
  outlet_access: `
    outlet_id BIGINT NOT NULL,
    access_code ${ascii(40)} NOT NULL,
    state ${ascii(8)} NOT NULL,
    PRIMARY KEY (outlet_id, access_code)`,
  price_item: `
    id BIGINT NOT NULL PRIMARY KEY,
    outlet_id BIGINT NOT NULL,
    position SMALLINT NOT NULL,
    name VARCHAR(40) NOT NULL,
    price_fen BIGINT NOT NULL,
    unit VARCHAR(20) NOT NULL,
    note VARCHAR(60) NULL,
    KEY ix_price_item_outlet (outlet_id, position)`,
  outlet_confirmation: `
    id BIGINT NOT NULL PRIMARY KEY,
    outlet_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    confirmed_on DATE NOT NULL,
    source ${ascii(12)} NOT NULL,
    created_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    UNIQUE KEY uq_outlet_confirmation (outlet_id, person_id, confirmed_on),
    KEY ix_outlet_confirmation_person (person_id)`,
}

export class CreateOutlet1795320400000 implements MigrationInterface {
  name = 'CreateOutlet1795320400000'

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) await runner.query(table(name, columns))
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables)) await runner.query(`DROP TABLE ${name}`)
  }
}

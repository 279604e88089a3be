import type { MigrationInterface, QueryRunner } from 'typeorm'

const table = (name: string, columns: string) =>
  `CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`
const ascii = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`

export class CreatePlatform1795320000000 implements MigrationInterface {
  name = 'CreatePlatform1795320000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(idempotencyKey)
    await runner.query(auditEntry)
    await runner.query(auditHead)
    await runner.query(`INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, REPEAT('0', 64))`)
    await runner.query(outbox)
    await runner.query(jobLease)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['job_lease', 'outbox', 'audit_head', 'audit_entry', 'idempotency_key']) {
      await runner.query(`DROP TABLE ${name}`)
    }
  }
}

const idempotencyKey = table(
  'idempotency_key',
  `id BIGINT NOT NULL PRIMARY KEY,
   actor ${ascii(40)} NOT NULL,
   route ${ascii(120)} NOT NULL,
   idem_key ${ascii(100)} NOT NULL,
   request_sha256 ${ascii(64)} NOT NULL,
   claim_token ${ascii(32)} NOT NULL,
   claimed_at DATETIME(3) NOT NULL,
   status SMALLINT NULL,
   response MEDIUMTEXT NULL,
   UNIQUE KEY uq_idempotency_key (actor, route, idem_key),
   KEY ix_idempotency_key_claimed (claimed_at)`,
)

const auditEntry = table(
  'audit_entry',
  `sequence BIGINT NOT NULL PRIMARY KEY,
   id BIGINT NOT NULL,
   at DATETIME(3) NOT NULL,
   actor VARCHAR(120) NOT NULL,
   action ${ascii(60)} NOT NULL,
   subject VARCHAR(120) NOT NULL,
   division_code ${ascii(12)} NULL,
   detail MEDIUMTEXT NOT NULL,
   prev_hash ${ascii(64)} NOT NULL,
   hash ${ascii(64)} NOT NULL,
   UNIQUE KEY uq_audit_entry_id (id),
   KEY ix_audit_entry_division (division_code, sequence),
   KEY ix_audit_entry_action (action, sequence)`,
)

const auditHead = table(
  'audit_head',
  `id TINYINT NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, hash ${ascii(64)} NOT NULL`,
)

const outbox = table(
  'outbox',
  `id BIGINT NOT NULL PRIMARY KEY,
   event ${ascii(60)} NOT NULL,
   handler ${ascii(120)} NOT NULL,
   payload MEDIUMTEXT NOT NULL,
   created_at DATETIME(3) NOT NULL,
   due_at DATETIME(3) NOT NULL,
   attempts INT NOT NULL DEFAULT 0,
   token ${ascii(32)} NULL,
   last_error VARCHAR(500) NULL,
   dead_at DATETIME(3) NULL,
   KEY ix_outbox_due (due_at, id),
   KEY ix_outbox_token (token)`,
)

const jobLease = table(
  'job_lease',
  `name ${ascii(60)} NOT NULL PRIMARY KEY,
   holder ${ascii(32)} NOT NULL,
   until_at DATETIME(3) NOT NULL,
   next_run_at DATETIME(3) NOT NULL`,
)

import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'

/** Tables in which a refused request may leave a trace: who is logged in, how often, and what was refused. */
const TRACES = new Set([
  'session',
  'staff_login_attempt',
  'idempotency_key',
  'audit_entry',
  'audit_head',
  'job_lease',
  'schema_migration',
])

export type Rows = Record<string, Record<string, unknown>[]>

export async function watchedTables(app: NestFastifyApplication): Promise<string[]> {
  const tables: { name: string }[] = await app.get(DataSource).query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
  )
  return tables.map(({ name }) => name).filter((name) => !TRACES.has(name))
}

/** Loaded by a command and written by no request: counted, and not read through each time. */
const LOADED = new Set(['division', 'division_alias', 'circle_community', 'city_pack_version'])

/** Number of rows and a checksum over every value of every table: equal before and after when nothing changed. */
export async function fingerprint(app: NestFastifyApplication, tables: string[]): Promise<string> {
  const dataSource = app.get(DataSource)
  const counts = tables.map((name) => `(SELECT COUNT(*) FROM \`${name}\`) AS \`${name}\``).join(', ')
  const [rows] = await dataSource.query(`SELECT ${counts}`)
  const summed = tables.filter((name) => !LOADED.has(name)).map((name) => `\`${name}\``)
  const sums: unknown = await dataSource.query(`CHECKSUM TABLE ${summed.join(', ')}`)
  return JSON.stringify([rows, sums])
}

/** Every row of the tables given. */
export async function readRows(app: NestFastifyApplication, tables: string[]): Promise<Rows> {
  const rows: Rows = {}
  for (const name of tables) rows[name] = await app.get(DataSource).query(`SELECT * FROM \`${name}\``)
  return rows
}

/** Rows of `after` that are not in `before`: new ones and changed ones. */
export function changedRows(before: Rows, after: Rows): Rows {
  const changed: Rows = {}
  for (const [name, rows] of Object.entries(after)) {
    const known = new Set((before[name] ?? []).map((row) => JSON.stringify(row)))
    const fresh = rows.filter((row) => !known.has(JSON.stringify(row)))
    if (fresh.length > 0) changed[name] = fresh
  }
  return changed
}

import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { DataSource, MigrationInterface } from 'typeorm'

type Migration = new () => MigrationInterface

export const MIGRATIONS_TABLE = 'schema_migration'
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../migrations')
const FILE = /^\d{13}-[a-z0-9-]+\.(ts|js)$/

/** Every class exported by `src/migrations/<13-digit-ms>-<verb-noun>.ts`, oldest first. */
export async function loadMigrations(): Promise<Migration[]> {
  const files = readdirSync(folder).filter((name) => FILE.test(name))
  const loaded = await Promise.all(files.sort().map((name) => importFile(join(folder, name))))
  return loaded.flatMap((exports) => Object.values(exports).filter(isClass))
}

/** Jest turns `import()` into `require()`, which takes a path and no URL; only Windows needs the URL. */
const importFile = (file: string): Promise<Record<string, unknown>> =>
  import(process.platform === 'win32' ? pathToFileURL(file).href : file)

const isClass = (value: unknown): value is Migration => typeof value === 'function'

/** Names of the migrations this build knows and the database has not run. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query(
    'SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?',
    [MIGRATIONS_TABLE],
  )
  const rows: { name: string }[] = table ? await dataSource.query(`SELECT name FROM ${MIGRATIONS_TABLE}`) : []
  const done = new Set(rows.map((row) => row.name))
  return dataSource.migrations
    .map((migration) => migration.name ?? migration.constructor.name)
    .filter((name) => !done.has(name))
}

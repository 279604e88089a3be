import { DataSource, type DataSourceOptions } from 'typeorm'
import type { Config } from '../config/config.js'
import { guardedDriver } from './guarded-driver.js'
import { loadMigrations, MIGRATIONS_TABLE, pendingMigrations } from './migrations.js'
import { QueryLog } from './query-log.js'

type DatabaseConfig = Pick<Config, 'DATABASE_URL' | 'DATABASE_TYPE' | 'DATABASE_POOL' | 'QUERY_TIMEOUT_MS'>

/**
 * How we talk to the database. Integers beyond 2^53 come back as strings and smaller ones as numbers; entity ids are
 * always strings because TypeORM makes them so.
 */
export async function dataSourceOptions(config: DatabaseConfig): Promise<DataSourceOptions> {
  const url = new URL(config.DATABASE_URL)
  const socketPath = url.searchParams.get('socket')
  return {
    type: config.DATABASE_TYPE,
    ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    driver: guardedDriver(config),
    timezone: 'Z',
    charset: 'utf8mb4_unicode_ci',
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: config.DATABASE_POOL,
    connectTimeout: 2000,
    enableQueryTimeout: true,
    maxQueryExecutionTime: config.QUERY_TIMEOUT_MS,
    synchronize: false,
    migrations: await loadMigrations(),
    migrationsTableName: MIGRATIONS_TABLE,
    migrationsTransactionMode: 'each',
    logger: new QueryLog(),
    extra: { enableKeepAlive: true },
  }
}

/** Opens the database and refuses a schema older than this build. */
export async function openCurrent(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize()
  const pending = await pendingMigrations(dataSource)
  if (pending.length === 0) return dataSource
  await dataSource.destroy()
  throw new Error(
    `the database schema is old, run "npm run db:migrate" first; pending: ${pending.join(', ')}`,
  )
}

/** Runs what is pending, without a query timeout: altering a large table may take minutes. */
export async function migrate(config: DatabaseConfig): Promise<string[]> {
  const options = await dataSourceOptions({ ...config, DATABASE_POOL: 2, QUERY_TIMEOUT_MS: 3_600_000 })
  const dataSource = await new DataSource(options).initialize()
  try {
    const done = await dataSource.runMigrations()
    return done.map((migration) => migration.name)
  } finally {
    await dataSource.destroy()
  }
}

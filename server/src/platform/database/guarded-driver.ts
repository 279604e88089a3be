import * as mysql2 from 'mysql2'
import type { Config } from '../config/config.js'

type Limits = Pick<Config, 'DATABASE_TYPE' | 'QUERY_TIMEOUT_MS'>

const SQL_MODE = [
  'ONLY_FULL_GROUP_BY',
  'STRICT_TRANS_TABLES',
  'NO_ZERO_IN_DATE',
  'NO_ZERO_DATE',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
].join(',')

/**
 * mysql2 with every pooled connection made alike: MySQL 8's strict mode on MariaDB too, UTC, READ COMMITTED, short
 * lock waits, and a statement limit on the server, so a query nobody waits for does not go on running.
 */
export function guardedDriver(limits: Limits): object {
  const createPool = (options: mysql2.PoolOptions) => {
    const pool = mysql2.createPool(options)
    pool.on('connection', (connection) => {
      for (const statement of sessionStatements(limits)) connection.query(statement)
      destroyOnTimeout(connection)
    })
    return pool
  }
  return { ...mysql2, createPool }
}

function sessionStatements({ DATABASE_TYPE, QUERY_TIMEOUT_MS }: Limits): string[] {
  const limit =
    DATABASE_TYPE === 'mariadb'
      ? `max_statement_time = ${QUERY_TIMEOUT_MS / 1000}`
      : `max_execution_time = ${QUERY_TIMEOUT_MS}`
  const lockWait = Math.max(1, Math.floor(QUERY_TIMEOUT_MS / 1000) - 1)
  return [
    `SET SESSION sql_mode = '${SQL_MODE}', time_zone = '+00:00', innodb_lock_wait_timeout = ${lockWait}, ${limit}`,
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  ]
}

type Callback = (error: NodeJS.ErrnoException | null, ...rest: unknown[]) => void
type Query = (sql: unknown, values: unknown, callback?: Callback) => unknown

/** After a client-side timeout the answer may still arrive: such a connection must not serve another request. */
function destroyOnTimeout(connection: mysql2.PoolConnection) {
  const query = connection.query.bind(connection) as unknown as Query
  const guarded: Query = (sql, values, callback) => {
    if (!callback) return query(sql, values)
    return query(sql, values, (error, ...rest) => {
      if (error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy()
      callback(error, ...rest)
    })
  }
  connection.query = guarded as unknown as typeof connection.query
}

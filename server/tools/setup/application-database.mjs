import { openPrivateDatabase } from '../private-database.mjs'
import { runNode } from '../process/children.mjs'
import { step } from '../process/terminal.mjs'
import { applicationData, databaseName } from '../project.mjs'
import { installSystemPackages, needs } from './system-packages.mjs'

/**
 * The database the application talks to: the one `DATABASE_URL` names, or the private one of this checkout.
 * @typedef {{ url: string, close: () => Promise<void> }} ApplicationDatabase
 */

/**
 * @param {(error: Error) => void} [onLost]
 * @returns {Promise<ApplicationDatabase>}
 */
export async function openApplicationDatabase(onLost) {
  const named = process.env.DATABASE_URL
  if (named) return { url: named, close: async () => {} }
  await installSystemPackages([needs.mariadb])
  const database = await openPrivateDatabase({ directory: applicationData, log: step, onLost })
  return { url: database.url(databaseName), close: database.close }
}

/**
 * Makes the database itself in the private server; a named one is its administrator's to make.
 * @param {string} url
 */
export async function createDatabase(url) {
  if (process.env.DATABASE_URL) return
  await query(url, `CREATE DATABASE IF NOT EXISTS ${databaseName} COLLATE utf8mb4_unicode_ci`, {
    inside: false,
  })
}

/**
 * Brings the schema and the city pack up to date, and puts the demo world into a database without outlets.
 * @param {string} url
 */
export async function prepareDatabase(url) {
  const env = { DATABASE_URL: url }
  await createDatabase(url)
  step((await runNode('Migrating the database', ['server/dist/migrate.js'], { env })).trim())
  step((await runNode('Loading the city pack', ['server/dist/load-city.js'], { env })).trim())
  if (process.env.NODE_ENV === 'production' || !(await hasNoOutlets(url))) return
  step((await runNode('Loading the demo world', ['server/dist/load-demo.js'], { env })).trim())
}

/** @param {string} url */
async function hasNoOutlets(url) {
  const rows = await query(url, 'SELECT 1 FROM outlet LIMIT 1')
  return rows.length === 0
}

/**
 * @param {string} url
 * @param {string} sql
 * @param {{ inside?: boolean }} [options] `inside: false` when the database itself may not exist yet
 * @returns {Promise<unknown[]>}
 */
export async function query(url, sql, { inside = true } = {}) {
  // imported here because this file is read before the packages are installed
  const { createConnection } = await import('mysql2/promise')
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const socketPath = searchParams.get('socket')
  const connection = await createConnection({
    ...(socketPath ? { socketPath } : { host: hostname, port: Number(port || 3306) }),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    ...(inside ? { database: pathname.slice(1) } : {}),
  })
  try {
    const [rows] = await connection.query(sql)
    return Array.isArray(rows) ? rows : []
  } finally {
    await connection.end()
  }
}

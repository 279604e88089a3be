import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createConnection } from 'mysql2/promise'
import { openPrivateDatabase } from '../../tools/private-database.mjs'

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const followParent = here('../../tools/process/follow-parent.mjs')
const reportCpu = here('./report-cpu.mjs')
export const server = (/** @type {string} */ path) => here(`../../dist/${path}`)

/**
 * Everything a benchmark leaves behind when it ends, whatever happened: a database of its own, child processes, a
 * temporary folder.
 *
 * @typedef {object} Workshop
 * @property {string} folder
 * @property {string} databaseUrl an empty, migrated database on a private MariaDB
 * @property {Record<string, string>} secrets environment that production asks for
 * @property {typeof startChild} start
 */

/**
 * @template T
 * @param {(workshop: Workshop) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBenchmark(work) {
  const folder = mkdtempSync(join(tmpdir(), 'yikezhong-bench-'))
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = []
  const database = await openPrivateDatabase({ directory: join(folder, 'database'), log: () => {} })
  try {
    const databaseUrl = await createDatabase(database)
    const secrets = {
      APP_SECRET: randomBytes(32).toString('hex'),
      DATA_KEY: randomBytes(32).toString('base64'),
    }
    const start = (/** @type {Parameters<typeof startChild>} */ ...args) => {
      const child = startChild(...args)
      children.push(child)
      return child
    }
    await finished(
      start(server('migrate.js'), { env: { DATABASE_URL: databaseUrl, ...secrets }, stdout: 'ignore' }),
    )
    return await work({ folder, databaseUrl, secrets, start })
  } finally {
    await Promise.all(children.map(end))
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {Awaited<ReturnType<typeof openPrivateDatabase>>} database */
async function createDatabase(database) {
  const connection = await createConnection({ socketPath: database.socket, user: 'root' })
  await connection.query('CREATE DATABASE bench COLLATE utf8mb4_unicode_ci')
  await connection.end()
  return database.url('bench')
}

/**
 * A Node process that ends with us and tells its CPU time when asked.
 * @param {string} script
 * @param {{ args?: string[], env?: Record<string, string>, stdout?: 'ignore' | 'inherit' | number }} [options]
 */
export function startChild(script, { args = [], env = {}, stdout = 'inherit' } = {}) {
  return fork(script, args, {
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...env },
    execArgv: ['--import', followParent, '--import', reportCpu],
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
  })
}

/** @param {import('node:child_process').ChildProcess} child */
async function finished(child) {
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${child.spawnargs.at(-1)} ended with ${code}`)
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/**
 * Waits for one kind of message; rejects when the child ends before it.
 * @param {import('node:child_process').ChildProcess} child
 * @param {(message: any) => boolean} isIt
 * @returns {Promise<any>}
 */
export function messageOf(child, isIt) {
  return new Promise((resolve, reject) => {
    const ended = (/** @type {number | null} */ code) =>
      reject(new Error(`${child.spawnargs.slice(-2).join(' ')} ended with ${code}`))
    const listen = (/** @type {any} */ message) => {
      if (!isIt(message)) return
      child.off('message', listen)
      child.off('exit', ended)
      resolve(message)
    }
    child.on('message', listen)
    child.once('exit', ended)
  })
}

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address())
  probe.close()
  await once(probe, 'close')
  return port
}

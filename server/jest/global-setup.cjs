const { spawn } = require('node:child_process')
const { once } = require('node:events')
const { existsSync } = require('node:fs')
const { resolve } = require('node:path')

/**
 * Makes one migrated database per Jest worker: `<prefix>_w1` … `<prefix>_wN`; `test/test-database.ts` names them to
 * the tests. The schema is the one the real migrations make, run once and then copied table by table.
 */
module.exports = async ({ maxWorkers }) => {
  const server = process.env.TEST_DB_SOCKET ? undefined : await openOwnServer()
  const socket = server?.socket ?? process.env.TEST_DB_SOCKET
  const connection = await require('mysql2/promise').createConnection({ socketPath: socket, user: 'root' })
  const { identityOf } = await import('../tools/process/identity.mjs')
  const prefix = `t_${identityOf(process.pid).replace('-', '_')}`

  await dropDatabases(connection, (name) => !isOfLivingRun(name, identityOf))
  await connection.query(`CREATE DATABASE ${prefix}_template COLLATE utf8mb4_unicode_ci`)
  await migrate(`mysql://root@localhost/${prefix}_template?socket=${encodeURIComponent(socket)}`)
  const tables = await readTables(connection, `${prefix}_template`)
  for (let worker = 1; worker <= maxWorkers; worker++) {
    await copyDatabase(connection, `${prefix}_template`, `${prefix}_w${worker}`, tables)
  }

  process.env.TEST_DB_SOCKET = socket
  process.env.TEST_DB_PREFIX = prefix
  globalThis.testDatabases = async () => {
    await dropDatabases(connection, (name) => name.startsWith(`${prefix}_`))
    await connection.end()
    if (server) {
      // a watch run comes here again and must not find the socket of a server that is gone
      delete process.env.TEST_DB_SOCKET
      await server.close()
    }
  }
}

/** `npx jest` was called by itself, not by `npm test`: build what the migrations need and open the test server. */
async function openOwnServer() {
  const { openPrivateDatabase } = await import('../tools/private-database.mjs')
  const { root, testData } = await import('../tools/project.mjs')
  const tsc = require.resolve('typescript/bin/tsc')
  // a type error elsewhere is `npm run types`' business; tsc emits all the same
  await run(tsc, ['-b', 'shared', 'server'], { cwd: root }).catch((error) => console.warn(error.message))
  return openPrivateDatabase({ directory: testData, log: () => {} })
}

async function migrate(url) {
  const script = resolve(__dirname, '../dist/migrate.js')
  if (!existsSync(script)) throw new Error(`${script} is missing: run \`npx tsc -b shared server\``)
  await run(script, [], { env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: url } })
}

async function run(script, args, options) {
  const child = spawn(process.execPath, [script, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${script} failed (${code}):\n${output}`)
}

async function readTables(connection, database) {
  const [rows] = await connection.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'",
    [database],
  )
  return rows.map((row) => row.name)
}

/** LIKE copies columns, indexes and checks, which is all there is: the schema has no foreign key and no trigger. */
async function copyDatabase(connection, from, to, tables) {
  await connection.query(`CREATE DATABASE ${to} COLLATE utf8mb4_unicode_ci`)
  for (const table of tables) {
    await connection.query(`CREATE TABLE ${to}.\`${table}\` LIKE ${from}.\`${table}\``)
    await connection.query(`INSERT INTO ${to}.\`${table}\` SELECT * FROM ${from}.\`${table}\``)
  }
}

async function dropDatabases(connection, condition) {
  const [rows] = await connection.query("SHOW DATABASES LIKE 't\\_%'")
  for (const name of rows.flatMap(Object.values).filter(condition))
    await connection.query(`DROP DATABASE ${name}`)
}

/** A run that was killed leaves its databases; their names tell whose they were. */
function isOfLivingRun(name, identityOf) {
  const [, pid, started] = name.split('_')
  return identityOf(Number(pid)) === `${pid}-${started}`
}

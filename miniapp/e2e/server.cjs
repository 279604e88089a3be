const { execFile, spawn } = require('node:child_process')
const { once } = require('node:events')
const { existsSync } = require('node:fs')
const { createServer } = require('node:net')
const { join } = require('node:path')
const { setTimeout: sleep } = require('node:timers/promises')
const { promisify } = require('node:util')

const serverFolder = join(__dirname, '../../server')
const database = 'yikezhong_e2e'
const readyWithinMs = 60_000

/** Starts `server/dist/main.js` on a free port with a fresh database holding the city pack and the demo world. */
async function startServer() {
  const socket = process.env.TEST_DB_SOCKET
  if (!socket)
    throw new Error(
      'TEST_DB_SOCKET is not set: node server/tools/with-test-database.mjs npm run e2e -w miniapp',
    )
  if (!existsSync(join(serverFolder, 'dist/main.js')))
    throw new Error('server/dist is not built: npm run build:server')
  await recreateDatabase(socket)
  const port = await freePort()
  const env = environment(socket, port)
  for (const command of ['migrate', 'load-city', 'load-demo']) await run(command, env)
  const child = spawn(process.execPath, ['dist/main.js'], {
    cwd: serverFolder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = collect(child)
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, child, output)
  return { url, stop: () => stop(child) }
}

async function recreateDatabase(socket) {
  const connection = await require('mysql2/promise').createConnection({ socketPath: socket, user: 'root' })
  await connection.query(`DROP DATABASE IF EXISTS ${database}`)
  await connection.query(`CREATE DATABASE ${database} CHARACTER SET utf8mb4`)
  await connection.end()
}

// limits are for strangers; here one address plays every resident
const environment = (socket, port) => ({
  ...process.env,
  NODE_ENV: 'development',
  HOST: '127.0.0.1',
  PORT: String(port),
  METRICS_PORT: '0',
  DATABASE_URL: `mysql://root@localhost/${database}?socket=${encodeURIComponent(socket)}`,
  LOG_LEVEL: 'warn',
  RATE_PER_IP: '100000',
  RATE_PER_SESSION: '100000',
  RATE_LOGIN_PER_IP: '100000',
})

async function run(command, env) {
  const script = `dist/${command}.js`
  await promisify(execFile)(process.execPath, [script], { cwd: serverFolder, env }).catch((error) => {
    throw new Error(`server/${script} failed:\n${error.stdout}\n${error.stderr}`)
  })
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}

function collect(child) {
  const lines = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => lines.push(String(data)))
  return lines
}

async function untilReady(url, child, output) {
  for (const end = Date.now() + readyWithinMs; Date.now() < end; await sleep(100)) {
    if (child.exitCode !== null) break
    const ready = await fetch(`${url}/health/ready`).catch(() => null)
    if (ready?.ok) return
  }
  await stop(child)
  throw new Error(`the server did not become ready:\n${output.join('')}`)
}

async function stop(child) {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

module.exports = { startServer }

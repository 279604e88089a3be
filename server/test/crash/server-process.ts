import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { type Connection, createConnection } from 'mysql2/promise'

const program = resolve(__dirname, '../../dist/main.js')
const START_LIMIT_MS = 20_000

/** The real server as a process of its own, on one port across all its lives. */
export class ServerProcess {
  private child: ChildProcess | undefined
  private log = ''
  readonly origin: string

  private constructor(
    private readonly databaseUrl: string,
    private readonly port: number,
  ) {
    this.origin = `http://127.0.0.1:${port}`
  }

  static async on(databaseUrl: string): Promise<ServerProcess> {
    return new ServerProcess(databaseUrl, await freePort())
  }

  /** Starts it and waits until it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, ...this.settings() },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.child = child
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (this.log += text))
    const limit = AbortSignal.timeout(START_LIMIT_MS)
    const died = once(child, 'exit', { signal: limit }).then(() => Promise.reject(new Error('it died')))
    await Promise.race([once(child, 'message', { signal: limit }), died]).catch((error: unknown) => {
      throw new Error(`the server did not start (${error}):\n${this.log.slice(-2000)}`)
    })
  }

  /** Ends this life of it and waits until it is over; answers exit code and signal. */
  async end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    const child = this.child
    if (!child) return { code: null, signal: null }
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    }
    return { code: child.exitCode, signal: child.signalCode }
  }

  private settings(): NodeJS.ProcessEnv {
    return {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      DATABASE_URL: this.databaseUrl,
      LOG_LEVEL: 'error',
      METRICS_PORT: '0',
      RATE_PER_IP: '1000000',
      RATE_PER_SESSION: '1000000',
      RATE_LOGIN_PER_IP: '1000000',
    }
  }
}

/** A migrated database of its own, dropped with the others of this run at its end at the latest. */
export async function newDatabase(name: string) {
  const { TEST_DB_SOCKET: socketPath = '', TEST_DB_PREFIX: prefix = '' } = process.env
  const connection = await createConnection({
    socketPath,
    user: 'root',
    timezone: 'Z',
    supportBigNumbers: true,
  })
  const database = `${prefix}_${name}`
  await copyTables(connection, `${prefix}_template`, database)
  await connection.query(`USE ${database}`)
  const drop = async () => {
    await connection.query(`DROP DATABASE ${database}`)
    await connection.end()
  }
  return {
    url: `mysql://root@localhost/${database}?socket=${encodeURIComponent(socketPath)}`,
    connection,
    drop,
  }
}

async function copyTables(connection: Connection, from: string, to: string) {
  await connection.query(`DROP DATABASE IF EXISTS ${to}`)
  await connection.query(`CREATE DATABASE ${to} COLLATE utf8mb4_unicode_ci`)
  const [tables] = await connection.query(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
    [from],
  )
  for (const { name } of tables as { name: string }[]) {
    await connection.query(`CREATE TABLE ${to}.\`${name}\` LIKE ${from}.\`${name}\``)
    await connection.query(`INSERT INTO ${to}.\`${name}\` SELECT * FROM ${from}.\`${name}\``)
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

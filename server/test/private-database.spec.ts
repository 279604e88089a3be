import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'

const tool = resolve(__dirname, '../tools/serve-database.mjs')

interface Starter {
  process: ChildProcess
  log: () => string
  /** What it printed once the database answered. */
  ready: Promise<{ socket: string; attached: boolean; pid: number }>
}

let directory: string
let starters: Starter[]

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'yikezhong-database-test-'))
  starters = []
})

afterEach(async () => {
  // one more visitor, leaving in order, stops a server whose other visitors were all killed
  if (existsSync(join(directory, 'data'))) await start().ready
  await Promise.all(starters.map((starter) => end(starter)))
  rmSync(directory, { recursive: true, force: true })
})

function start(env: NodeJS.ProcessEnv = {}): Starter {
  const child = spawn(process.execPath, [tool, directory], { env: { ...process.env, ...env } })
  let log = ''
  child.stderr.on('data', (text) => {
    log += text
  })
  const ready = Promise.race([
    once(child.stdout, 'data').then(([line]) => JSON.parse(String(line))),
    once(child, 'close').then(() => Promise.reject(new Error(`the starter ended: ${log}`))),
  ])
  ready.catch(() => {})
  const starter = { process: child, log: () => log, ready }
  starters.push(starter)
  return starter
}

async function end({ process: child }: Starter, signal: NodeJS.Signals = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

async function query(socketPath: string, sql: string): Promise<Record<string, unknown>[]> {
  const connection = await createConnection({ socketPath, user: 'root' })
  try {
    const [rows] = await connection.query(sql)
    return rows as Record<string, unknown>[]
  } finally {
    await connection.end()
  }
}

async function until(condition: () => boolean | Promise<boolean>) {
  const deadline = Date.now() + 10_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`never true: ${condition}`)
    await sleep(5)
  }
}

function isAlive(pid: number) {
  return !/^[ZX]?$/.test(
    spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.slice(0, 1),
  )
}

describe('the private database', () => {
  it('runs with the settings that make an acknowledged write durable', async () => {
    const { socket } = await start().ready
    const [settings] = await query(
      socket,
      `SELECT @@innodb_flush_log_at_trx_commit flush, @@sync_binlog sync, @@tx_isolation isolation,
        @@time_zone zone, @@character_set_server charset, @@skip_networking closed, @@max_connections connections`,
    )
    expect(settings).toEqual({
      flush: 1,
      sync: 1,
      isolation: 'READ-COMMITTED',
      zone: '+00:00',
      charset: 'utf8mb4',
      closed: 1,
      connections: 200,
    })
    expect(Buffer.byteLength(socket)).toBeLessThan(108)
  })

  it('starts one server when several starters race on a fresh folder, and the last to leave stops it', async () => {
    const [first, second, third] = [start(), start(), start()]
    const answers = await Promise.all([first.ready, second.ready, third.ready])

    expect(new Set(answers.map((answer) => answer.pid)).size).toBe(1)
    expect(answers.filter((answer) => !answer.attached)).toHaveLength(1)

    const [{ pid, socket }] = answers
    await end(first)
    await end(second, 'SIGINT')
    await query(socket, 'SELECT 1')
    await end(third)
    expect(isAlive(pid)).toBe(false)
  })

  it('starts after its starter was killed in the middle of initialisation, whenever that was', async () => {
    const first = start()
    await until(() => readdirSync(directory).some((name) => name.endsWith('.part')))
    await end(first, 'SIGKILL')
    for (const delay of [70, 150, 250, 350]) {
      const killed = start()
      await sleep(delay)
      await end(killed, 'SIGKILL')
    }

    const { socket } = await start().ready
    expect(await query(socket, 'SELECT COUNT(*) users FROM mysql.global_priv')).not.toEqual([{ users: 0 }])
    expect(readdirSync(directory).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('restarts a server that was killed, with every committed row, and gives up after three deaths', async () => {
    const starter = start()
    const { socket, pid } = await starter.ready
    await query(socket, 'CREATE DATABASE shop')
    await query(socket, 'CREATE TABLE shop.claim (id INT PRIMARY KEY) ENGINE=InnoDB')

    let victim = pid
    for (let death = 1; death <= 3; death += 1) {
      await query(socket, `INSERT INTO shop.claim VALUES (${death})`)
      process.kill(victim, 'SIGKILL')
      await until(() => starter.log().includes(`(${death} of 3)`))
      await until(() => query(socket, 'SELECT 1').then(Boolean, () => false))
      expect(await query(socket, 'SELECT COUNT(*) n FROM shop.claim')).toEqual([{ n: death }])
      victim = serverPid()
    }

    process.kill(victim, 'SIGKILL')
    await once(starter.process, 'exit')
    expect(starter.process.exitCode).toBe(1)
    expect(starter.log()).toContain('The database died more than 3 times.')
  })

  it('outlives its killed starter, and who attaches takes over watching it', async () => {
    const starter = start()
    const { pid, socket } = await starter.ready
    await end(starter, 'SIGKILL')
    expect(isAlive(pid)).toBe(true)

    const heir = start()
    expect(await heir.ready).toEqual({ socket, pid, attached: true })
    process.kill(pid, 'SIGKILL')
    await until(() => heir.log().includes('(1 of 3)'))
    await until(() => query(socket, 'SELECT 1').then(Boolean, () => false))
    expect(serverPid()).not.toBe(pid)
  })

  it('says in one sentence what to install when there is no server', async () => {
    const starter = start({ MARIADB_BIN_DIR: directory })
    await expect(starter.ready).rejects.toThrow(
      /install the packages mariadb-server-core and mariadb-client-core .* or set DATABASE_URL/,
    )
  })
})

function serverPid() {
  const { stdout } = spawnSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' })
  const line = stdout.split('\n').find((process) => process.includes(`--datadir=${directory}/data `))
  return Number.parseInt(line ?? '', 10)
}

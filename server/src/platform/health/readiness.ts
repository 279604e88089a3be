import { statfs } from 'node:fs/promises'
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { pendingMigrations } from '../database/migrations.js'
import { Clock, SystemClock } from '../runtime/clock.js'

const DATABASE_PATIENCE_MS = 800
const SKEW_WARNING_MS = 2000
const CLOCK_LOOK_MS = 60_000
const FULL_AT = 0.9

/** Whether traffic should come here: `reasons` are why not, `warnings` what a person should look at. */
export interface Readiness {
  ready: boolean
  reasons: string[]
  warnings: string[]
}

interface Settings {
  flush: number
  log_bin: number
  sync_binlog: number
  now: Date
}

/** 就绪: the database answers in time, has this build's schema and promises that a commit survives a power cut. */
@Injectable()
export class ReadinessCheck implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ReadinessCheck.name)
  private timer: NodeJS.Timeout | undefined
  private shuttingDown = false

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap() {
    const correct = () => this.correctClock().catch((error) => this.logger.warn(error))
    this.timer = setInterval(() => void correct(), CLOCK_LOOK_MS)
    this.timer.unref()
    await correct()
  }

  onApplicationShutdown() {
    clearInterval(this.timer)
  }

  /** Set when the server begins to stop, so that a balancer sends no more. */
  beginShutdown() {
    this.shuttingDown = true
  }

  async check(): Promise<Readiness> {
    const warnings = await diskWarnings()
    try {
      const reasons = await within(DATABASE_PATIENCE_MS, this.databaseReasons(warnings))
      if (this.shuttingDown) reasons.push('the server is shutting down')
      return { ready: reasons.length === 0, reasons, warnings }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return { ready: false, reasons: [`the database does not answer: ${reason.slice(0, 100)}`], warnings }
    }
  }

  /** Two hosts and the database agree about the time within what a round trip can tell. */
  async correctClock(): Promise<void> {
    if (!(this.clock instanceof SystemClock)) return
    const sent = Date.now()
    const [row]: { now: Date }[] = await this.dataSource.query('SELECT UTC_TIMESTAMP(3) AS now')
    const received = Date.now()
    if (row) this.clock.correct(row.now.getTime() - (sent + received) / 2)
  }

  private async databaseReasons(warnings: string[]): Promise<string[]> {
    const [settings]: Settings[] = await this.dataSource.query(
      `SELECT @@global.innodb_flush_log_at_trx_commit AS flush, @@global.log_bin AS log_bin,
         @@global.sync_binlog AS sync_binlog, UTC_TIMESTAMP(3) AS now`,
    )
    const pending = await pendingMigrations(this.dataSource)
    if (!settings) return ['the database does not tell its settings']
    const skew = Math.abs(settings.now.getTime() - Date.now())
    if (skew > SKEW_WARNING_MS) warnings.push(`this host's clock is ${skew} ms from the database's`)
    const reasons: [boolean, string][] = [
      [pending.length > 0, `migrations are pending: ${pending.join(', ')}`],
      [Number(settings.flush) !== 1, 'innodb_flush_log_at_trx_commit is not 1: a commit may be lost'],
      [
        Number(settings.log_bin) === 1 && Number(settings.sync_binlog) !== 1,
        'sync_binlog is not 1: a replica may miss a commit',
      ],
    ]
    return reasons.filter(([broken]) => broken).map(([, reason]) => reason)
  }
}

async function diskWarnings(): Promise<string[]> {
  const disk = await statfs('.')
  const used = 1 - disk.bavail / disk.blocks
  return used > FULL_AT ? [`the disk is ${Math.round(used * 100)} % full`] : []
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  })
  work.catch(() => {})
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

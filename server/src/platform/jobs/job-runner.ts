import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Random } from '../runtime/random.js'
import { EVERY, type Schedule } from './every.js'
import { type MarkedMethod, MarkedMethods } from './methods.js'

const LEASE_SECONDS = 120
const RENEW_MS = 40_000

type Job = MarkedMethod<Schedule>

/** Runs the `@Every` methods that are due; a lease row lets one node at a time run each. */
@Injectable()
export class JobRunner implements OnModuleInit {
  private readonly logger = new Logger(JobRunner.name)
  private readonly holder: string
  private jobs: Job[] = []
  private stopping = false

  constructor(
    private readonly dataSource: DataSource,
    private readonly methods: MarkedMethods,
    random: Random,
  ) {
    this.holder = random.bytes(16).toString('hex')
  }

  onModuleInit() {
    this.jobs = this.methods.find<Schedule>(EVERY)
    const names = this.jobs.map((job) => job.metadata.name)
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    if (twice) throw new Error(`two jobs are called ${twice}`)
  }

  /** Runs what is due; answers the names of the jobs this node ran. */
  async runDue(): Promise<string[]> {
    const ran: string[] = []
    for (const job of this.jobs) {
      if (!this.stopping && (await this.take(job.metadata, true))) ran.push(await this.run(job))
    }
    return ran
  }

  /** Runs a job now, due or not; false when another node is at it. */
  async runNow(name: string): Promise<boolean> {
    const job = this.jobs.find((candidate) => candidate.metadata.name === name)
    if (!job) throw new Error(`no job ${name}`)
    if (!(await this.take(job.metadata, false))) return false
    await this.run(job)
    return true
  }

  stop() {
    this.stopping = true
  }

  private async take({ name, seconds }: Schedule, onlyWhenDue: boolean): Promise<boolean> {
    await this.dataSource.query(
      `INSERT IGNORE INTO job_lease (name, holder, until_at, next_run_at)
       VALUES (?, '', '2000-01-01', '2000-01-01')`,
      [name],
    )
    const { affectedRows } = await this.dataSource.query(
      `UPDATE job_lease SET holder = ?, until_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND,
         next_run_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND
       WHERE name = ? AND until_at <= UTC_TIMESTAMP(3) AND (next_run_at <= UTC_TIMESTAMP(3) OR NOT ?)`,
      [this.holder, LEASE_SECONDS, seconds, name, onlyWhenDue],
    )
    return affectedRows === 1
  }

  private async run(job: Job): Promise<string> {
    const { name } = job.metadata
    const renewal = setInterval(() => void this.renew(name, LEASE_SECONDS), RENEW_MS)
    try {
      await job.call()
    } catch (error) {
      this.logger.error({ err: error, job: name })
    } finally {
      clearInterval(renewal)
      await this.renew(name, 0)
    }
    return name
  }

  /** Zero seconds gives the lease back. */
  private async renew(name: string, seconds: number) {
    try {
      await this.dataSource.query(
        'UPDATE job_lease SET until_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND WHERE name = ? AND holder = ?',
        [seconds, name, this.holder],
      )
    } catch (error) {
      this.logger.error({ err: error, job: name })
    }
  }
}

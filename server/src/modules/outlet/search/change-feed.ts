import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { sqlId } from '../../../platform/database/sql-id.js'

interface Change {
  outletId: string
  revision: number
  changedAt: Date
}

/** Longer than any transaction: a change is dated when it is written, and seen when it is committed. */
const overlapMs = 20_000
const batch = 2000
/** The feed is counted now and then: fewer entries than before mean that the database was emptied. */
const countEvery = 20

/** 变更记录 as one reader follows it: each change once, however late it was committed. */
@Injectable()
export class ChangeFeed {
  private since = new Date(0)
  /** Revisions read since `since`; the same revision seen again is no news. */
  private seen = new Map<string, Change>()
  private entries = 0
  private polls = 0

  constructor(private readonly dataSource: DataSource) {}

  /** From here on: everything not yet visible to a reader that begins now. */
  async start(): Promise<void> {
    const now = await this.databaseNow()
    this.entries = await this.count()
    this.seen.clear()
    this.since = new Date(now.getTime() - overlapMs)
  }

  /** Outlets changed since the last call. */
  async changes(): Promise<string[] | 'restarted'> {
    if (++this.polls % countEvery === 0) {
      const entries = await this.count()
      if (entries < this.entries) return 'restarted'
      this.entries = entries
    }
    const now = await this.databaseNow()
    const fresh: Change[] = []
    for await (const change of this.read())
      if (this.seen.get(change.outletId)?.revision !== change.revision) fresh.push(change)
    // Only now: a read that broke off half way is made again from the start.
    for (const change of fresh) this.seen.set(change.outletId, change)
    this.forgetBefore(new Date(now.getTime() - overlapMs))
    return fresh.map(({ outletId }) => outletId)
  }

  private forgetBefore(instant: Date) {
    if (instant > this.since) this.since = instant
    for (const [id, { changedAt }] of this.seen) if (changedAt < this.since) this.seen.delete(id)
  }

  /** Keyset pages of (changed_at, outlet_id). */
  private async *read(): AsyncGenerator<Change> {
    let at = this.since
    let after = 0n
    for (;;) {
      const page: Change[] = await this.dataSource.query(
        `SELECT CAST(outlet_id AS CHAR) AS outletId, revision, changed_at AS changedAt FROM outlet_change
         WHERE changed_at >= ? AND (changed_at > ? OR outlet_id > ?)
         ORDER BY changed_at, outlet_id LIMIT ${batch}`,
        [at, at, after],
      )
      yield* page
      const last = page.at(-1)
      if (!last || page.length < batch) return
      at = last.changedAt
      after = sqlId(last.outletId)
    }
  }

  private async databaseNow(): Promise<Date> {
    const [row]: { now: Date }[] = await this.dataSource.query('SELECT UTC_TIMESTAMP(3) AS now')
    if (!row) throw new Error('the database has no clock')
    return row.now
  }

  private async count(): Promise<number> {
    const [row]: { n: number }[] = await this.dataSource.query('SELECT COUNT(*) AS n FROM outlet_change')
    return Number(row?.n ?? 0)
  }
}

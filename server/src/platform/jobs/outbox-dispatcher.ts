import { Injectable, Logger } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { sqlId } from '../database/sql-id.js'
import { Random } from '../runtime/random.js'
import { EventHandlers } from './event-handlers.js'

const BATCH = 50
const LEASE_SECONDS = 60
/** Rows still untouched this long after their claim are left for the next one: their lease may run out. */
const CLAIM_GOOD_FOR_MS = 40_000
const MAX_ATTEMPTS = 10

interface Row {
  id: string | number
  handler: string
  payload: string
  attempts: number
}

/**
 * Hands outbox rows to their handlers, on any number of nodes: a claim stamps rows with a token of its own and moves
 * them a lease into the future, so no lock is held while handlers run and a dead node's rows come back by themselves.
 */
@Injectable()
export class OutboxDispatcher {
  private readonly logger = new Logger(OutboxDispatcher.name)
  private stopping = false

  constructor(
    private readonly dataSource: DataSource,
    private readonly handlers: EventHandlers,
    private readonly random: Random,
  ) {}

  /** Delivers until nothing is due; answers how many rows were delivered. */
  async drain(): Promise<number> {
    let delivered = 0
    while (!this.stopping) {
      const claimedAt = Date.now()
      const token = this.random.bytes(16).toString('hex')
      const rows = await this.claim(token)
      for (const row of rows) {
        if (this.stopping || Date.now() - claimedAt > CLAIM_GOOD_FOR_MS) break
        if (await this.deliver(row, token)) delivered++
      }
      if (rows.length < BATCH) break
    }
    return delivered
  }

  stop() {
    this.stopping = true
  }

  private async claim(token: string): Promise<Row[]> {
    const { affectedRows } = await this.dataSource.query(
      `UPDATE outbox SET token = ?, attempts = attempts + 1, due_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND
       WHERE due_at <= UTC_TIMESTAMP(3) ORDER BY due_at, id LIMIT ${BATCH}`,
      [token, LEASE_SECONDS],
    )
    if (affectedRows === 0) return []
    return this.dataSource.query(
      'SELECT id, handler, payload, attempts FROM outbox WHERE token = ? ORDER BY id',
      [token],
    )
  }

  private async deliver(row: Row, token: string): Promise<boolean> {
    try {
      const handler = this.handlers.find(row.handler)
      if (!handler) throw new Error(`no handler ${row.handler}`)
      await handler.call(JSON.parse(row.payload))
    } catch (error) {
      await this.fail(row, token, error)
      return false
    }
    await this.dataSource.query('DELETE FROM outbox WHERE id = ? AND token = ?', [
      sqlId(String(row.id)),
      token,
    ])
    return true
  }

  /** Tries again after 2, 4, 8 … seconds, at most an hour; a dead row stays for a person to look at. */
  private async fail(row: Row, token: string, error: unknown) {
    this.logger.error({ err: error, handler: row.handler, attempts: row.attempts })
    const isDead = row.attempts >= MAX_ATTEMPTS
    const delay = isDead ? 10 * 365 * 86_400 : Math.min(3600, 2 ** row.attempts)
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    await this.dataSource.query(
      `UPDATE outbox SET due_at = UTC_TIMESTAMP(3) + INTERVAL ? SECOND, last_error = ?,
         dead_at = IF(?, UTC_TIMESTAMP(3), NULL) WHERE id = ? AND token = ?`,
      [delay, reason, isDead, sqlId(String(row.id)), token],
    )
  }
}

import { Injectable } from '@nestjs/common'
import { sqlId } from '../database/sql-id.js'
import { Tx } from '../database/tx.js'
import { Ids } from '../runtime/ids.js'
import { EventHandlers } from './event-handlers.js'
import type { EventPayload } from './on-event.js'

/**
 * 发件箱: news written in the transaction that made it, one row per handler, so that it is told if and only if the
 * transaction commits and one failing handler does not hold up the others.
 */
@Injectable()
export class Outbox {
  private wake: () => void = () => {}

  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly handlers: EventHandlers,
  ) {}

  async add(event: string, payload: EventPayload): Promise<void> {
    if (!this.tx.active) throw new Error(`event ${event} outside a transaction`)
    const names = this.handlers.namesFor(event)
    if (names.length === 0) return
    const row = '(?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))'
    await this.tx.manager.query(
      `INSERT INTO outbox (id, event, handler, payload, created_at, due_at)
       VALUES ${names.map(() => row).join(', ')}`,
      names.flatMap((name) => [sqlId(this.ids.next()), event, name, JSON.stringify(payload)]),
    )
    this.tx.afterCommit(() => this.wake())
  }

  /** The dispatcher of this process need not wait for its next look. */
  onCommitted(wake: () => void) {
    this.wake = wake
  }
}

import { createHash } from 'node:crypto'
import { Injectable, Logger } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { type Actor, actorName } from '../auth/actor.js'
import { sqlId } from '../database/sql-id.js'
import { Tx } from '../database/tx.js'
import { Every } from '../jobs/every.js'
import { canonicalJson } from '../runtime/canonical-json.js'
import { Clock } from '../runtime/clock.js'
import { Ids } from '../runtime/ids.js'

/** What happened, by whom, to what; `detail` holds ids and settings, never personal data. */
export interface AuditEvent {
  /** The caller, or the name of a job or command. */
  actor: Actor | string
  /** `noun.verb`, such as `coupon-template.pause`. */
  action: string
  /** `coupon-template:7`. */
  subject: string
  /** Who may read it; null for what belongs to the whole city. */
  divisionCode: string | null
  detail?: Readonly<Record<string, unknown>>
}

/** A row of `audit_entry` as the driver reads it. */
export interface AuditRow {
  sequence: string | number
  id: string | number
  at: Date
  actor: string
  action: string
  subject: string
  division_code: string | null
  detail: string
  prev_hash: string
  hash: string
}

type Verdict = { intact: true; entries: number } | { intact: false; sequence: number; reason: string }

const PAGE = 1000
const GENESIS = '0'.repeat(64)

/** 操作记录: an append-only log in which each line seals the one before, so a changed or missing line shows. */
@Injectable()
export class Audit {
  private readonly logger = new Logger(Audit.name)

  constructor(
    private readonly tx: Tx,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Call it last in the transaction: the chain's head row stays locked until the commit. */
  async append(event: AuditEvent): Promise<void> {
    if (!this.tx.active) throw new Error(`audit of ${event.action} outside a transaction`)
    const [head] = await this.tx.manager.query(
      'SELECT sequence, hash FROM audit_head WHERE id = 1 FOR UPDATE',
    )
    const row = this.rowAfter(head, event)
    await this.tx.manager.query(
      `INSERT INTO audit_entry
         (sequence, id, at, actor, action, subject, division_code, detail, prev_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.sequence,
        sqlId(String(row.id)),
        row.at,
        row.actor,
        row.action,
        row.subject,
        row.division_code,
        row.detail,
        row.prev_hash,
        row.hash,
      ],
    )
    await this.tx.manager.query('UPDATE audit_head SET sequence = ?, hash = ? WHERE id = 1', [
      row.sequence,
      row.hash,
    ])
  }

  /** Reads the whole chain and names the first line that was changed, removed or put in. */
  async verify(): Promise<Verdict> {
    let previous = { sequence: 0, hash: GENESIS }
    for (;;) {
      const rows: AuditRow[] = await this.dataSource.query(
        `SELECT * FROM audit_entry WHERE sequence > ? ORDER BY sequence LIMIT ${PAGE}`,
        [previous.sequence],
      )
      for (const row of rows) {
        const reason = faultOf(row, previous)
        if (reason) return { intact: false, sequence: previous.sequence + 1, reason }
        previous = { sequence: Number(row.sequence), hash: row.hash }
      }
      if (rows.length < PAGE) break
    }
    const [head] = await this.dataSource.query('SELECT sequence, hash FROM audit_head WHERE id = 1')
    if (Number(head.sequence) === previous.sequence && head.hash === previous.hash) {
      return { intact: true, entries: previous.sequence }
    }
    return { intact: false, sequence: previous.sequence + 1, reason: 'the last lines are missing' }
  }

  /** The head in the process log, kept elsewhere, gives away even a chain rewritten from end to end. */
  @Every({ name: 'audit.anchor', seconds: 3600 })
  async anchor(): Promise<void> {
    const [head] = await this.dataSource.query('SELECT sequence, hash FROM audit_head WHERE id = 1')
    this.logger.log({ auditSequence: Number(head.sequence), auditHash: head.hash })
  }

  private rowAfter(head: { sequence: string | number; hash: string }, event: AuditEvent): AuditRow {
    const row = {
      sequence: Number(head.sequence) + 1,
      id: this.ids.next(),
      at: this.clock.now(),
      actor: typeof event.actor === 'string' ? event.actor : describeActor(event.actor),
      action: event.action,
      subject: event.subject,
      division_code: event.divisionCode,
      detail: canonicalJson(event.detail ?? {}),
      prev_hash: head.hash,
    }
    return { ...row, hash: hashOf(row) }
  }
}

const describeActor = (actor: Actor): string =>
  actor.kind === 'staff' ? `${actorName(actor)} ${actor.displayName}` : actorName(actor)

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { at, sequence, id, ...rest } = row
  const sealed = { ...rest, sequence: Number(sequence), id: String(id), at: at.toISOString() }
  return createHash('sha256').update(canonicalJson(sealed)).digest('hex')
}

function faultOf({ hash, ...row }: AuditRow, previous: { sequence: number; hash: string }): string | null {
  if (Number(row.sequence) !== previous.sequence + 1) return 'a line is missing'
  if (row.prev_hash !== previous.hash) return 'it does not follow the line before'
  return hashOf(row) === hash ? null : 'it was changed'
}

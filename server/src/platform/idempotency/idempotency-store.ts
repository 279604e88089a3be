import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { sqlId } from '../database/sql-id.js'
import { isDuplicateKey, Tx } from '../database/tx.js'
import { DomainError } from '../http/domain-error.js'
import { Every } from '../jobs/every.js'
import { Ids } from '../runtime/ids.js'
import { Random } from '../runtime/random.js'

const WAIT_MS = [25, 50, 100, 200, ...Array<number>(23).fill(200)]
const ABANDONED_SECONDS = 60
const KEPT_HOURS = 48

/** One request as the store knows it: who sends what where, under which key. */
export interface KeyedRequest {
  actor: string
  route: string
  key: string
  content: string
}

/** The right to do the work of a key. */
export interface Claim {
  id: string
  token: string
}

export interface StoredAnswer {
  status: number
  response: string
}

interface Row {
  id: string | number
  request_sha256: string
  claim_token: string
  status: number | null
  response: string | null
  abandoned: number
}

/** 幂等: what each idempotency key was answered, so that a repeat gets the same answer and no second effect. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly random: Random,
  ) {}

  /** A claim for the first request of a key, the stored answer for a repeat; waits a little for one in progress. */
  async begin(request: KeyedRequest): Promise<Claim | StoredAnswer> {
    const sha256 = createHash('sha256').update(request.content).digest('hex')
    for (const pause of WAIT_MS) {
      const claim = await this.insert(request, sha256)
      if (claim) return claim
      const outcome = await this.look(request, sha256)
      if (outcome) return outcome
      await sleep(pause)
    }
    throw new DomainError('IDEMPOTENCY_IN_PROGRESS')
  }

  /** Joins the transaction in progress, so that answer and effect commit together. */
  async finish(claim: Claim, answer: StoredAnswer): Promise<void> {
    const { affectedRows } = await this.tx.manager.query(
      'UPDATE idempotency_key SET status = ?, response = ? WHERE id = ? AND claim_token = ? AND status IS NULL',
      [answer.status, answer.response, sqlId(claim.id), claim.token],
    )
    if (affectedRows !== 1) throw new DomainError('IDEMPOTENCY_IN_PROGRESS')
  }

  /** Nothing happened: the key may be used again at once. */
  async release(claim: Claim): Promise<void> {
    await this.dataSource.query(
      'DELETE FROM idempotency_key WHERE id = ? AND claim_token = ? AND status IS NULL',
      [sqlId(claim.id), claim.token],
    )
  }

  @Every({ name: 'idempotency.purge', seconds: 3600 })
  async purge(): Promise<void> {
    for (;;) {
      const { affectedRows } = await this.dataSource.query(
        `DELETE FROM idempotency_key WHERE claimed_at < UTC_TIMESTAMP(3) - INTERVAL ${KEPT_HOURS} HOUR LIMIT 5000`,
      )
      if (affectedRows < 5000) return
    }
  }

  private async insert({ actor, route, key }: KeyedRequest, sha256: string): Promise<Claim | null> {
    const claim = { id: this.ids.next(), token: this.random.bytes(16).toString('hex') }
    try {
      await this.dataSource.query(
        `INSERT INTO idempotency_key (id, actor, route, idem_key, request_sha256, claim_token, claimed_at)
         VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3))`,
        [sqlId(claim.id), actor, route, key, sha256, claim.token],
      )
      return claim
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }

  private async look({ actor, route, key }: KeyedRequest, sha256: string) {
    const [row]: Row[] = await this.dataSource.query(
      `SELECT id, request_sha256, claim_token, status, response,
         claimed_at < UTC_TIMESTAMP(3) - INTERVAL ${ABANDONED_SECONDS} SECOND AS abandoned
       FROM idempotency_key WHERE actor = ? AND route = ? AND idem_key = ?`,
      [actor, route, key],
    )
    if (!row) return null
    if (row.request_sha256 !== sha256) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
    if (row.status !== null) return { status: row.status, response: row.response ?? '' }
    return row.abandoned ? this.takeOver(row) : null
  }

  /** The process that held the claim died before its transaction committed. */
  private async takeOver(row: Row): Promise<Claim | null> {
    const claim = { id: String(row.id), token: this.random.bytes(16).toString('hex') }
    const { affectedRows } = await this.dataSource.query(
      `UPDATE idempotency_key SET claim_token = ?, claimed_at = UTC_TIMESTAMP(3)
       WHERE id = ? AND claim_token = ? AND status IS NULL`,
      [claim.token, sqlId(claim.id), row.claim_token],
    )
    return affectedRows === 1 ? claim : null
  }
}

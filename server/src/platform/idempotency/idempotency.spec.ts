import { Controller } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { defineEndpoint, type RequestOf } from '@yikezhong/shared/http/endpoint'
import { DataSource } from 'typeorm'
import * as z from 'zod/mini'
import { call, emptyDatabase, startTestApp } from '../../../test/app.js'
import { platformOnly, tokens } from '../../../test/platform-only.js'
import { Tx } from '../database/tx.js'
import { DomainError } from '../http/domain-error.js'
import { Implements, Input } from '../http/endpoint.decorator.js'
import { IdempotencyStore } from './idempotency-store.js'

const pour = defineEndpoint({
  method: 'POST',
  path: '/pours',
  summary: 'an effect that must happen once',
  access: 'resident',
  body: z.object({ how: z.enum(['well', 'refused', 'fault']) }),
  response: z.object({ pour: z.int() }),
  idempotent: true,
})

let pours = 0

@Controller()
class PourController {
  constructor(private readonly tx: Tx) {}

  @Implements(pour)
  pour(@Input() { body }: RequestOf<typeof pour>) {
    return this.tx.run(async (manager) => {
      pours++
      // the effect: a row of its own, visible only when this transaction commits
      await manager.query("INSERT INTO job_lease VALUES (?, '', NOW(3), NOW(3))", [`pour-${pours}`])
      if (body.how === 'refused') throw new DomainError('COUPON_SOLD_OUT', { left: 0 })
      if (body.how === 'fault') throw new Error('planned')
      return { pour: pours }
    })
  }
}

let app: NestFastifyApplication
beforeAll(async () => {
  app = await startTestApp({ root: platformOnly({ controllers: [PourController] }) })
})
afterAll(() => app.close())
beforeEach(() => emptyDatabase(app))

type How = 'well' | 'refused' | 'fault'
const KEY = 'key-0123456789abcdef'
const send = (how: How, key = KEY, token = tokens.resident) =>
  call(app, pour, { body: { how } }, { token, headers: { 'idempotency-key': key } })
const effects = async () => (await app.get(DataSource).query('SELECT name FROM job_lease')).length

describe('Idempotency-Key', () => {
  it('50 at once with the same key: one effect, one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => send('well')))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.body.pour)).size).toBe(1)
    expect(await effects()).toBe(1)
    expect(answers.filter((answer) => answer.headers['idempotent-replayed'])).toHaveLength(49)
  })

  it('refuses another body under the same key', async () => {
    await send('well')
    expect((await send('refused')).error.code).toBe('IDEMPOTENCY_KEY_REUSED')
    expect(await effects()).toBe(1)
  })

  it('keeps the keys of two people apart', async () => {
    await send('well')
    await send('well', KEY, tokens.clerk)
    expect(await effects()).toBe(2)
  })

  it('repeats a refusal with its details and undoes what it did', async () => {
    const first = await send('refused')
    const second = await send('refused')
    expect(second.error).toMatchObject({ code: 'COUPON_SOLD_OUT', details: { left: 0 } })
    expect(second.status).toBe(first.status)
    expect(await effects()).toBe(0)
  })

  it('frees the key after a fault', async () => {
    expect((await send('fault')).status).toBe(500)
    const [row] = await app.get(DataSource).query('SELECT COUNT(*) AS n FROM idempotency_key')
    expect(row.n).toBe(0)
  })

  it('takes over a key whose process died, after a minute', async () => {
    const abandon = (seconds: number) =>
      app
        .get(DataSource)
        .query(
          `UPDATE idempotency_key SET status = NULL, response = NULL, claimed_at = NOW(3) - INTERVAL ? SECOND`,
          [seconds],
        )
    await send('well')
    await abandon(61)
    expect((await send('well')).headers['idempotent-replayed']).toBeUndefined()
    expect(await effects()).toBe(2)
  })

  it('refuses a key that is too short', async () => {
    expect((await send('well', 'short')).error.code).toBe('VALIDATION_FAILED')
  })

  it('forgets after 48 hours', async () => {
    await send('well')
    const dataSource = app.get(DataSource)
    await dataSource.query('UPDATE idempotency_key SET claimed_at = NOW(3) - INTERVAL 49 HOUR')
    await app.get(IdempotencyStore).purge()
    expect(await dataSource.query('SELECT id FROM idempotency_key')).toEqual([])
  })
})

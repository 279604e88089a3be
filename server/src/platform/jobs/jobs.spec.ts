import { setTimeout as sleep } from 'node:timers/promises'
import { Injectable } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'
import { emptyDatabase, startTestApp } from '../../../test/app.js'
import { platformOnly } from '../../../test/platform-only.js'
import { Tx } from '../database/tx.js'
import { SystemRandom } from '../runtime/random.js'
import { EventHandlers } from './event-handlers.js'
import { Every } from './every.js'
import { JobRunner } from './job-runner.js'
import { MarkedMethods } from './methods.js'
import { type EventPayload, OnEvent } from './on-event.js'
import { Outbox } from './outbox.js'
import { OutboxDispatcher } from './outbox-dispatcher.js'

const told: string[] = []
let failures = 0
let running = 0
let mostAtOnce = 0

@Injectable()
class Listener {
  @OnEvent('bell.rung')
  async onBell({ n }: EventPayload) {
    if (n === 'poison') throw new Error(`failure ${++failures}`)
    await sleep(1)
    told.push(String(n))
  }

  @Every({ name: 'bell.ring', seconds: 3600 })
  async ring() {
    mostAtOnce = Math.max(mostAtOnce, ++running)
    await sleep(30)
    running--
  }
}

let app: NestFastifyApplication
beforeAll(async () => {
  app = await startTestApp({ root: platformOnly({ providers: [Listener] }) })
})
afterAll(() => app.close())
beforeEach(async () => {
  await emptyDatabase(app)
  told.length = 0
  failures = 0
})

const ring = (n: string) => app.get(Tx).run(() => app.get(Outbox).add('bell.rung', { n }))
const newDispatcher = () =>
  new OutboxDispatcher(app.get(DataSource), app.get(EventHandlers), new SystemRandom())

describe('the outbox', () => {
  it('tells what was committed and nothing that was rolled back', async () => {
    await ring('kept')
    const lost = app.get(Tx).run(async () => {
      await app.get(Outbox).add('bell.rung', { n: 'lost' })
      throw new Error('planned')
    })
    await expect(lost).rejects.toThrow('planned')
    await app.get(OutboxDispatcher).drain()
    expect(told).toEqual(['kept'])
  })

  it('refuses news outside a transaction', async () => {
    await expect(app.get(Outbox).add('bell.rung', {})).rejects.toThrow('outside a transaction')
  })

  it('is emptied by two dispatchers at once without a duplicate', async () => {
    const names = Array.from({ length: 300 }, (_, n) => String(n))
    await app.get(Tx).run(async () => {
      for (const n of names) await app.get(Outbox).add('bell.rung', { n })
    })
    const first = newDispatcher().drain()
    // the second looks while the first is in the middle of what it claimed
    await sleep(30)
    await Promise.all([first, newDispatcher().drain()])
    expect(told).toHaveLength(300)
    expect(new Set(told).size).toBe(300)
  })

  it('tries a failing handler again later and gives up after ten times', async () => {
    await ring('poison')
    const dataSource = app.get(DataSource)
    for (let attempt = 1; attempt <= 12; attempt++) {
      await newDispatcher().drain()
      await dataSource.query('UPDATE outbox SET due_at = UTC_TIMESTAMP(3) WHERE dead_at IS NULL')
    }
    expect(failures).toBe(10)
    const [row] = await dataSource.query('SELECT attempts, last_error, dead_at FROM outbox')
    expect(row).toMatchObject({ attempts: 10, last_error: 'failure 10', dead_at: expect.any(Date) })
  })

  it('does not repeat a failed row before its time', async () => {
    await ring('poison')
    await newDispatcher().drain()
    await newDispatcher().drain()
    expect(failures).toBe(1)
  })

  it("gives a dead dispatcher's rows to another when the lease runs out", async () => {
    await ring('orphan')
    const dataSource = app.get(DataSource)
    await dataSource.query("UPDATE outbox SET token = 'dead', due_at = UTC_TIMESTAMP(3) + INTERVAL 60 SECOND")
    expect(await newDispatcher().drain()).toBe(0)
    await dataSource.query('UPDATE outbox SET due_at = UTC_TIMESTAMP(3)')
    expect(await newDispatcher().drain()).toBe(1)
  })
})

describe('a scheduled job', () => {
  const newNode = () => {
    const runner = new JobRunner(app.get(DataSource), app.get(MarkedMethods), new SystemRandom())
    runner.onModuleInit()
    return runner
  }

  it('runs on one of two nodes, and not again before its time', async () => {
    const [a, b] = [newNode(), newNode()]
    const ran = await Promise.all([a.runDue(), b.runDue()])
    expect(ran.flat().filter((name) => name === 'bell.ring')).toHaveLength(1)
    expect(mostAtOnce).toBe(1)
    expect(await a.runDue()).not.toContain('bell.ring')
    expect(await b.runNow('bell.ring')).toBe(true)
  })
})

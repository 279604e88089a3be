import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RowDataPacket } from 'mysql2/promise'
import { type Crowd, post, seedCrowd } from './crowd.js'
import { countOf } from './invariants.js'
import { newDatabase, ServerProcess } from './server-process.js'

const PEOPLE = 12
const LIMIT_MS = 10_000

let database: Awaited<ReturnType<typeof newDatabase>>
let server: ServerProcess
let crowd: Crowd

beforeAll(async () => {
  database = await newDatabase(`stop_w${process.env.JEST_WORKER_ID}`)
  crowd = await seedCrowd(database.url, { people: PEOPLE, rounds: 1 })
  server = await ServerProcess.on(database.url)
  await server.start()
}, 60_000)

afterAll(async () => {
  await server.end('SIGKILL')
  await database.drop()
})

/** Waits until the server has begun with this many requests: each notes its key before it does anything. */
async function untilAccepted(requests: number) {
  for (;;) {
    const [[row]] = await database.connection.query<RowDataPacket[]>(
      'SELECT COUNT(*) AS n FROM idempotency_key',
    )
    if (Number(row?.n) >= requests) return
    await sleep(10)
  }
}

/** Reads one after the other until the server is gone; answers the statuses that were not 200. */
async function readUntilGone(): Promise<number[]> {
  const bad: number[] = []
  for (;;) {
    const answer = await fetch(`${server.origin}/api/v1/circles`).catch(() => null)
    if (!answer) return bad
    const body = await answer.text().catch(() => null)
    if (answer.status !== 200 || body === null) bad.push(answer.status)
  }
}

it('SIGTERM under load: what was accepted is answered, nothing is accepted any more, and it is gone in time', async () => {
  const [templateId] = crowd.templates
  // every claim needs this row: holding it keeps all of them in flight, for as long as the test wants
  await database.connection.beginTransaction()
  await database.connection.query('SELECT id FROM coupon_template WHERE id = ? FOR UPDATE', [
    BigInt(templateId ?? ''),
  ])
  const path = `/coupon-templates/${templateId}/claims`
  const claims = crowd.people.map(({ token }) =>
    post(server.origin, { path, body: undefined, token, key: randomUUID() }),
  )
  const readers = Array.from({ length: 8 }, () => readUntilGone())
  await untilAccepted(PEOPLE)

  const toldAt = Date.now()
  const ended = server.end('SIGTERM')
  await sleep(400)
  await expect(fetch(`${server.origin}/health/live`)).rejects.toThrow()
  await database.connection.commit()

  expect((await Promise.all(claims)).map((answer) => answer?.status)).toEqual(Array<number>(PEOPLE).fill(201))
  const { code, signal } = await ended
  expect(Date.now() - toldAt).toBeLessThan(LIMIT_MS)
  expect([code, signal]).toEqual([0, null])
  expect((await Promise.all(readers)).flat()).toEqual([])
  expect(await countOf(database.connection, 'claim')).toBe(PEOPLE)
}, 30_000)

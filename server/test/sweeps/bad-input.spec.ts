import type { Endpoint } from '@yikezhong/shared/http/endpoint'
import { type ErrorBody, errorCodes } from '@yikezhong/shared/http/error-codes'
import { endpoints } from '@yikezhong/shared/registry'
import * as fc from 'fast-check'
import type { InjectOptions, Response } from 'light-my-request'
import { DataSource } from 'typeorm'
import { attackTexts } from './attacks.js'
import { type Spoiling, spoil, spoilingsOf } from './bad-requests.js'
import { type Caller, expectedRefusal, newMember } from './callers.js'
import { fingerprint, watchedTables } from './database-state.js'
import { goodRequest, type Request } from './requests.js'
import { schemaOf } from './schema-values.js'
import { makeWorld, type World } from './world.js'

/** `SWEEP_SEED=… SWEEP_RUNS=…` repeat a failing run, or look harder. */
const seed = Number(process.env.SWEEP_SEED ?? Date.now() % 1_000_000_007)
const RUNS = Number(process.env.SWEEP_RUNS ?? 120)
/** Each of their requests hashes a password. */
const dear = new Set(['loginStaff', 'activateStaff'])
const SLOW_MS = 5000
/** How many good requests an endpoint may use up; after them it is asked to do again what is done. */
const GOOD_REQUESTS = 10

type Named = (typeof endpoints)[number]

let world: World
let tables: string[]
let clerks: Caller[]
let turn = 0

beforeAll(async () => {
  world = await makeWorld()
  tables = await watchedTables(world.app)
  const merchantId = world.districts[0].outlets[0]?.merchantId ?? ''
  // who types wrong codes is slowed down: many clerks, so that the codes and not the brake are what is tried
  clerks = await Promise.all(
    Array.from({ length: 15 }, (_, nth) => newMember(world.app, `clerk ${nth}`, merchantId)),
  )
})
afterAll(() => world.app.close())

/** Somebody the endpoint lets in. */
function callerFor({ access }: Endpoint): Caller {
  if (access === 'merchant') return clerks[turn++ % clerks.length] as Caller
  const allowed = world.callers.filter((caller) => expectedRefusal(access, caller) === null)
  const known = allowed.find(({ kind }) => kind !== 'anonymous') ?? allowed[0]
  if (!known) throw new Error('nobody may call this endpoint')
  return known
}

/** What is wrong with an answer, in one line; null when it is a success or a proper refusal. */
function faultOf(answer: Response): string | null {
  const { statusCode: status, payload } = answer
  if (status >= 500) return `${status} ${world.takeFaults().slice(0, 800) || payload.slice(0, 300)}`
  if (status < 400) return null
  const error = parse(payload)
  const known = errorCodes[error?.code ?? 'INTERNAL']
  if (!error || !(error.code in errorCodes)) return `${status} without a code: ${payload.slice(0, 300)}`
  if (known[0] !== status) return `${status} with ${error.code}, which means ${known[0]}`
  if (error.message !== known[1] || !/\p{Script=Han}/u.test(error.message))
    return `${error.code} in other words`
  return error.requestId ? null : `${error.code} without a request id`
}

function parse(text: string): ErrorBody | null {
  try {
    return JSON.parse(text) as ErrorBody
  } catch {
    return null
  }
}

const isSafe = ({ method }: Endpoint) => method === 'GET'

/** A good request that bad ones are made from: a new one after each that was accepted, because that one is used up. */
function source(named: Named) {
  let request: Request | undefined
  let made = 0
  const tokens = new Map<Caller, string | undefined>()
  return {
    take: async () => {
      const caller = callerFor(named[2])
      if (!tokens.has(caller)) tokens.set(caller, await caller.token())
      if (!request) {
        request = await goodRequest(world, named, caller)
        state = undefined
      }
      return { request, token: tokens.get(caller) }
    },
    renew: () => {
      tokens.clear()
      if (++made < GOOD_REQUESTS) request = undefined
    },
  }
}

/** What the database holds, as long as nobody changed it in order. */
let state: string | undefined

/** Sends one bad request and throws what is wrong with its answer, or with what it left behind. */
async function probe(endpoint: Endpoint, options: InjectOptions): Promise<number> {
  if (!isSafe(endpoint)) state ??= await fingerprint(world.app, tables)
  const startedAt = Date.now()
  const answer = await world.app.inject(options)
  const fault = faultOf(answer)
  if (fault) throw new Error(fault)
  if (Date.now() - startedAt > SLOW_MS) throw new Error(`took ${Date.now() - startedAt} ms`)
  if (answer.statusCode < 400) state = undefined
  else if (!isSafe(endpoint) && state !== (await fingerprint(world.app, tables)))
    throw new Error(`${answer.statusCode} and yet something changed: ${answer.payload.slice(0, 200)}`)
  return answer.statusCode
}

describe(`bad input (SWEEP_SEED=${seed})`, () => {
  it.each(endpoints)('%s answers it properly', async (...named) => {
    const [name, , endpoint] = named
    const good = source(named)
    const numRuns = dear.has(name) ? Math.ceil(RUNS / 3) : RUNS
    const statuses = new Map<number, number>()
    await good.take()
    const before = isSafe(endpoint) && (await fingerprint(world.app, tables))
    const property = fc.asyncProperty(spoilingsOf(endpoint), async (how: Spoiling) => {
      // five wrong passwords lock an account, and then nothing else would be tried
      if (name === 'loginStaff') await world.app.get(DataSource).query('DELETE FROM staff_login_attempt')
      const { request, token } = await good.take()
      const status = await probe(endpoint, spoil(endpoint, request, how, token))
      if (status < 400 && !isSafe(endpoint)) good.renew()
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    })
    await fc.assert(property, { seed, numRuns })
    if (isSafe(endpoint)) expect(await fingerprint(world.app, tables)).toBe(before)
    // brakes must not have answered in the endpoint's place
    expect(statuses.get(429) ?? 0).toBeLessThan(numRuns / 4)
  })

  const withQuery = endpoints.filter(([, , endpoint]) => isSafe(endpoint) && endpoint.query)

  it.each(withQuery)('%s bears every text of the dictionary in every parameter', async (...named) => {
    const endpoint = named[2]
    const { request, token } = await source(named).take()
    for (const name of Object.keys(schemaOf(endpoint.query).properties ?? {}))
      for (const value of attackTexts) {
        const how = { ...untouched, query: { [name]: { do: 'set' as const, value } } }
        const fault = faultOf(await world.app.inject(spoil(endpoint, request, how, token)))
        expect({ name, value, fault }).toEqual({ name, value, fault: null })
      }
  })

  const withBody = endpoints.filter(([, , { body }]) => body !== undefined)
  const json = 'application/json'
  const bodies: readonly [string, string, string | Buffer][] = [
    ['two megabytes', json, JSON.stringify({ code: 'a'.repeat(2 << 20) })],
    ['XML', 'text/xml', '<a/>'],
    ['a form', 'application/x-www-form-urlencoded', 'code=1'],
    [
      'a file',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
    ],
    ['text called nothing', '', '{"code":"a"}'],
    ['half an object', json, '{"code":'],
    ['two objects', json, '{} {}'],
    ['nothing', json, ''],
    ['bytes that are no UTF-8', json, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    [
      'UTF-8 cut in the middle',
      json,
      Buffer.concat([Buffer.from('{"code":"'), Buffer.from([0xf0, 0xa0]), Buffer.from('"}')]),
    ],
    ['a prototype', json, '{"__proto__":{"role":"operator"},"code":"a"}'],
    ['a constructor', json, '{"constructor":{"prototype":{"role":"operator"}}}'],
    ['the same key twice', json, '{"code":"a","code":{"$ne":1}}'],
    ['a hundred thousand brackets', json, '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a number too large', json, '{"amountFen":1e999,"code":1e999}'],
    ['another alphabet', 'application/json; charset=utf-16', Buffer.from('{"code":"a"}', 'utf16le')],
  ]

  it.each(withBody)('%s refuses what is no JSON of ours', async (...named) => {
    const endpoint = named[2]
    const { request, token } = await source(named).take()
    const url = spoil(endpoint, request, untouched, token).url
    for (const [title, type, payload] of bodies) {
      const headers = { 'content-type': type, ...(token ? { authorization: `Bearer ${token}` } : {}) }
      const status = await probe(endpoint, { method: endpoint.method, url, headers, payload })
      expect([title, status]).toEqual([title, expect.any(Number)])
      expect(status).toBeGreaterThanOrEqual(400)
    }
  })

  it('leaves the server as it was', async () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>).role).toBeUndefined()
    expect((await world.app.inject('/health/live')).statusCode).toBe(200)
    expect((await world.app.inject('/api/v1/circles')).statusCode).toBe(200)
  })
})

const untouched: Spoiling = {
  params: {},
  query: {},
  body: {},
  wholeBody: { do: 'keep' },
  rawQuery: undefined,
  rawSegment: undefined,
  extra: false,
  headers: {},
}

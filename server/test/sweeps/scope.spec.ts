import { redeemCoupon } from '@yikezhong/shared/coupon/coupon.contract'
import { endpoints } from '@yikezhong/shared/registry'
import { readXlsx } from 'hucre/xlsx'
import type { Caller } from './callers.js'
import { goodRequest, type Request, send } from './requests.js'
import { schemaOf } from './schema-values.js'
import { type District, districtCodes, makeWorld, type World } from './world.js'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())

const MAX_PAGES = 50
const reads = endpoints.filter(([, , { method }]) => method === 'GET')
const officerReads = reads.filter(([, , { access }]) => access === 'staff' || typeof access !== 'string')
const personReads = reads.filter(([, , { access }]) => access === 'resident' || access === 'merchant')

const callerNamed = (name: string): Caller => {
  const caller = world.callers.find((each) => each.name === name)
  if (!caller) throw new Error(`no caller ${name}`)
  return caller
}

const recordsOf = ({ outlets, responses, auditEntries }: District) => ({
  outlets: outlets.map(({ id }) => id),
  responses,
  auditEntries,
})

/** Everything worth asking for under a name: ours, theirs, everybody's, and prefixes of both. */
function valuesFor(name: string, { districts, waveId }: World): string[] {
  const communities = districts.map(({ circle }) => circle.communities[0]?.code ?? '')
  const divisions = [
    ...districtCodes,
    '62',
    '6205',
    '62050',
    ...communities,
    ...communities.map((c) => c.slice(0, 9)),
  ]
  const named: Record<string, string[]> = {
    circleId: districts.map(({ circle }) => circle.id),
    divisionCode: divisions,
    communityCode: divisions,
    parent: divisions,
    waveId: [waveId],
    keyword: districts.flatMap(({ mark }) => [mark, '%', '_']),
    limit: ['1', '100'],
    action: ['sweep.plant'],
  }
  const ids = districts.flatMap((district) => Object.values(recordsOf(district)).flat())
  return named[name] ?? (name.endsWith('Id') ? ids : [])
}

/** The good request, and for each of its parameters the same request with every value worth asking for. */
async function questions(named: (typeof endpoints)[number], caller: Caller): Promise<Request[]> {
  const [, , endpoint] = named
  const base = await goodRequest(world, named, caller)
  const variants = (['params', 'query'] as const).flatMap((part) =>
    Object.keys(schemaOf(endpoint[part]).properties ?? {}).flatMap((name) =>
      valuesFor(name, world).map((value) => ({ ...base, [part]: { ...base[part], [name]: value } })),
    ),
  )
  return [base, ...variants]
}

async function textOf({ raw, type }: { raw: Buffer; type: string }): Promise<string> {
  if (!type.includes('spreadsheetml')) return raw.toString('utf8')
  return JSON.stringify((await readXlsx(raw)).sheets.map(({ rows }) => rows))
}

/** Everything a caller can read of an endpoint: all questions, all pages. */
async function readAll(named: (typeof endpoints)[number], caller: Caller): Promise<string> {
  const token = await caller.token()
  const texts: string[] = []
  for (const question of await questions(named, caller)) {
    let cursor: string | undefined
    for (let page = 0; page < MAX_PAGES; page++) {
      const request = cursor === undefined ? question : { ...question, query: { ...question.query, cursor } }
      const answer = await send(world, named[2], request, token)
      expect(answer.status).toBeLessThan(500)
      texts.push(await textOf(answer))
      cursor = nextCursor(answer.body)
      if (cursor === undefined) break
    }
  }
  return texts.join('\n')
}

const nextCursor = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'nextCursor' in body && typeof body.nextCursor === 'string'
    ? body.nextCursor
    : undefined

const officers = [
  ['district of 620502', 0],
  ['subdistrict of 620502001', 0],
  ['community of 620502001002', 0],
  ['district of 620503', 1],
] as const

describe.each(officers)('%s', (name, own) => {
  const theirs = () => world.districts[own === 0 ? 1 : 0]

  it.each(officerReads)('reads nothing of the other district from %s', async (...named) => {
    const text = await readAll(named, callerNamed(name))
    const { mark } = theirs()
    const leaked = Object.values(recordsOf(theirs()))
      .flat()
      .filter((id) => text.includes(id))
    expect({ leaked, mark: text.includes(mark) }).toEqual({ leaked: [], mark: false })
  })
})

it.each([
  ['district of 620502', [0]],
  ['district of 620503', [1]],
  ['city of 6205', [0, 1]],
] as const)('%s reads every record of its own, so the sweep above could have seen one', async (name, own) => {
  const texts = []
  for (const named of officerReads) texts.push(await readAll(named, callerNamed(name)))
  const text = texts.join('\n')
  for (const at of own)
    for (const ids of Object.values(recordsOf(world.districts[at]))) {
      expect(ids.length).toBeGreaterThan(1)
      expect(ids.filter((id) => !text.includes(id))).toEqual([])
    }
})

it.each(officerReads)("%s does not continue another officer's page", async (...named) => {
  const [ours, theirs] = [callerNamed('district of 620502'), callerNamed('district of 620503')]
  const first = await pageOfOne(named, theirs)
  const cursor = nextCursor(first.body)
  if (cursor === undefined) return
  const request = { ...(await goodRequest(world, named, ours)) }
  const answer = await send(
    world,
    named[2],
    { ...request, query: { ...request.query, cursor } },
    await ours.token(),
  )
  expect(answer.status).toBeLessThan(500)
  expect(answer.raw.toString()).not.toContain(world.districts[1].mark)
})

async function pageOfOne(named: (typeof endpoints)[number], caller: Caller) {
  const request = await goodRequest(world, named, caller)
  return send(world, named[2], { ...request, query: { ...request.query, limit: '1' } }, await caller.token())
}

describe('what belongs to another person', () => {
  it.each(personReads)('is in no answer of %s', async (...named) => {
    for (const name of ['resident', 'clerk of merchant B']) {
      const text = await readAll(named, callerNamed(name))
      expect(text).not.toContain(world.coupon.id)
      expect(text).not.toContain(world.owner.id)
    }
  })

  /** Ids that anybody may name; every other id in a path is somebody's. */
  const publicIds = new Set(['templateId', 'waveId', 'circleId'])
  const owned = endpoints.flatMap(([name, domain, endpoint]) => {
    const names = Object.keys(schemaOf(endpoint.params).properties ?? {})
    const isPrivate = (id: string) =>
      !publicIds.has(id) && !(id === 'outletId' && endpoint.access !== 'merchant')
    const isPersons = endpoint.access === 'resident' || endpoint.access === 'merchant'
    return isPersons ? names.filter(isPrivate).map((id) => [name, id, [name, domain, endpoint]] as const) : []
  })

  it.each(owned)('is refused by %s, whatever %s', async (_name, param, named) => {
    const [a, b] = [callerNamed('clerk of merchant A'), callerNamed('clerk of merchant B')]
    const theirs = await goodRequest(world, named, a)
    const answer = await send(world, named[2], theirs, await b.token())
    expect([403, 404]).toContain(answer.status)
    expect(named[2].errors).toContain(answer.code)
    expect(Object.keys(theirs.params ?? {})).toContain(param)
    // and it was there for the taking
    expect((await send(world, named[2], theirs, await a.token())).status).toBeLessThan(300)
  })

  it("a member redeems nothing in another merchant's outlet", async () => {
    const named = ['redeemCoupon', 'coupon', redeemCoupon] as const
    const b = callerNamed('clerk of merchant B')
    const answer = await send(world, named[2], await goodRequest(world, named, b), await b.token())
    expect([answer.status, answer.code]).toEqual([403, 'OUTLET_NOT_YOURS'])
  })
})

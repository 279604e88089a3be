import type { Endpoint } from '@yikezhong/shared/http/endpoint'
import { endpoints } from '@yikezhong/shared/registry'
import { powers } from './attacks.js'
import { type Caller, newMember, newOfficer, newResident } from './callers.js'
import { changedRows, type Rows, readRows, watchedTables } from './database-state.js'
import { goodRequest, isPlanted, type Request, send } from './requests.js'
import { makeWorld, type World } from './world.js'

type Named = (typeof endpoints)[number]
type Flat = Map<string, string>

/** Values that no honest request of this suite makes. */
const TELLTALE = /7777777777777777777|777777|2099-01-01|2001-01-01/

let world: World
let tables: string[]
beforeAll(async () => {
  world = await makeWorld()
  tables = await watchedTables(world.app)
})
afterAll(() => world.app.close())

/** What a request that is accepted leaves behind and answers, as `table.row.column` -> value. */
async function effectOf(named: Named, change: (request: Request) => Request): Promise<Flat> {
  const caller = await newCaller(named[2])
  const request = change(await goodRequest(world, named, caller))
  const before = await readRows(world.app, tables)
  const answer = await send(world, named[2], request, await caller.token())
  if (answer.status >= 300) throw new Error(`${named[0]} answered ${answer.status} ${String(answer.code)}`)
  const rows: Rows = changedRows(before, await readRows(world.app, tables))
  return flatten({ answer: answer.body, rows })
}

/** Somebody the endpoint lets in, who has done nothing yet. */
async function newCaller({ access }: Endpoint): Promise<Caller> {
  const { app, districts } = world
  if (access === 'merchant') return newMember(app, 'member', districts[0].outlets[0]?.merchantId ?? '')
  if (access === 'resident' || access === 'public') return newResident(app)
  return newOfficer(app, access === 'staff' ? 'city' : (access[0] ?? 'city'), '6205')
}

function flatten(value: unknown, path = '', into: Flat = new Map()): Flat {
  if (typeof value === 'object' && value !== null && !(value instanceof Date))
    for (const [key, part] of Object.entries(value)) flatten(part, `${path}.${key}`, into)
  else into.set(path, JSON.stringify(value) ?? 'undefined')
  return into
}

/** The same request with every power in its query, in its body and in each object inside the body. */
const empowered = (request: Request): Request => ({
  ...request,
  query: { ...powers, ...request.query },
  ...(request.body === undefined ? {} : { body: empower(request.body) }),
})

function empower(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(empower)
  if (typeof value !== 'object' || value === null) return value
  const own = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, empower(part)]))
  return { ...powers, ...own }
}

describe('fields that would give away power or money change nothing', () => {
  const changing = endpoints.filter(([name, , { method }]) => method !== 'GET' && isPlanted(name))

  it.each(changing)('%s', async (...named) => {
    const plain = await effectOf(named, (request) => request)
    const again = await effectOf(named, (request) => request)
    const attacked = await effectOf(named, empowered)
    // what two honest requests have in common is no accident: the third must have it too
    const expected = [...plain].filter(([path, value]) => again.get(path) === value)
    expect(new Map(expected.map(([path]) => [path, attacked.get(path)]))).toEqual(new Map(expected))
    expect([...attacked.keys()].filter((path) => !plain.has(path) && !again.has(path))).toEqual([])
    expect([...attacked].filter(([, value]) => TELLTALE.test(value))).toEqual([])
  })
})

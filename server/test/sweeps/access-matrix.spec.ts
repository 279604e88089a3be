import type { Endpoint } from '@yikezhong/shared/http/endpoint'
import { endpoints } from '@yikezhong/shared/registry'
import { anonymous, type Caller, expectedRefusal } from './callers.js'
import { goodRequest, isPlanted, type Request, send } from './requests.js'
import { makeWorld, type World } from './world.js'

/** What the guard says, whatever the endpoint; other 401 and 403 are an endpoint's own decisions. */
const GUARD = new Set<unknown>(['UNAUTHENTICATED', 'SESSION_EXPIRED', 'FORBIDDEN'])

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())

async function attempt(named: (typeof endpoints)[number], caller: Caller, refused: Request) {
  // who is let in acts upon things of their own; one request does for all who are not
  const isLetIn = expectedRefusal(named[2].access, caller) === null
  const request = isLetIn ? await goodRequest(world, named, caller) : refused
  const { status, code } = await send(world, named[2], request, await caller.token())
  return { caller, status, code }
}
type Attempt = Awaited<ReturnType<typeof attempt>>

/** One line for whatever is not as `access` says. */
function deviation({ access, errors = [] }: Endpoint, { caller, status, code }: Attempt) {
  const expected = expectedRefusal(access, caller)
  const line = `${caller.name}: ${status} ${String(code)}, expected ${expected ?? 'to be let in'}`
  if (status >= 500) return line
  if (expected !== null)
    return status === (expected === 'FORBIDDEN' ? 403 : 401) && code === expected ? null : line
  if (GUARD.has(code)) return line
  // whom it lets in, an endpoint may still refuse for what was asked: in the words its contract lists
  const isItsOwn = errors.some((error) => error === code)
  return (status === 401 || status === 403) && !isItsOwn ? line : null
}

describe('who may call what', () => {
  it.each(endpoints)('%s (%s)', async (...named) => {
    const [name, , endpoint] = named
    const refused = await goodRequest(world, named, anonymous)
    const attempts = []
    for (const caller of world.callers) attempts.push(await attempt(named, caller, refused))
    expect(attempts.flatMap((each) => deviation(endpoint, each) ?? [])).toEqual([])
    // a request nobody can make succeed would prove nothing about those who are let in
    if (isPlanted(name)) expect(attempts.filter(({ status }) => status < 300)).not.toEqual([])
  })
})

import { Controller, Get } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { defineEndpoint } from '@yikezhong/shared/http/endpoint'
import { nothing } from '@yikezhong/shared/http/primitives'
import { call, startTestApp } from '../../../test/app.js'
import { platformOnly, tokens } from '../../../test/platform-only.js'
import { Implements } from './endpoint.decorator.js'
import { asRefusal } from './error.filter.js'

const look = defineEndpoint({
  method: 'GET',
  path: '/looks',
  summary: 'what anybody calls',
  access: 'public',
  response: nothing,
})
const login = defineEndpoint({ ...look, method: 'POST', path: '/logins', guessable: true })

const merchantsOnly = defineEndpoint({ ...look, path: '/tills', access: 'merchant' })
const staffOnly = defineEndpoint({ ...look, path: '/desks', access: 'staff' })
const cityOnly = defineEndpoint({ ...look, path: '/plans', access: ['operator', 'city'] })
const districtOnly = defineEndpoint({ ...look, path: '/streets', access: ['district'] })
const residentsOnly = defineEndpoint({ ...look, path: '/homes', access: 'resident' })

/** Asks nobody who they are: only the guard stands before these. */
@Controller()
class OpenHandedController {
  @Implements(merchantsOnly)
  till() {
    return {}
  }

  @Implements(staffOnly)
  desk() {
    return {}
  }

  @Implements(cityOnly)
  plan() {
    return {}
  }

  @Implements(districtOnly)
  street() {
    return {}
  }

  @Implements(residentsOnly)
  home() {
    return {}
  }
}

@Controller()
class GuardedController {
  @Implements(login)
  login() {
    return {}
  }

  @Implements(look)
  look() {
    return {}
  }
}

@Controller()
class BareController {
  @Get('/bare')
  bare() {
    return 'nobody said who may call this'
  }
}

const boot = (env: Record<string, string>) =>
  startTestApp({ root: platformOnly({ controllers: [GuardedController, OpenHandedController] }), env })

const statuses = async (calls: () => Promise<{ status: number }>, count: number) => {
  const answers: number[] = []
  for (let n = 0; n < count; n++) answers.push((await calls()).status)
  return answers
}

describe('the guard', () => {
  let app: NestFastifyApplication
  beforeAll(async () => {
    app = await boot({})
  })
  afterAll(() => app.close())

  it.each([
    [residentsOnly, { nobody: 401, resident: 200, clerk: 200, officer: 403 }],
    [merchantsOnly, { nobody: 401, resident: 403, clerk: 200, officer: 403 }],
    [staffOnly, { nobody: 401, resident: 403, clerk: 403, officer: 200 }],
    [districtOnly, { nobody: 401, resident: 403, clerk: 403, officer: 200 }],
    [cityOnly, { nobody: 401, resident: 403, clerk: 403, officer: 403 }],
    [look, { nobody: 200, resident: 200, clerk: 200, officer: 200 }],
  ])('lets the right ones in: case %#', async (endpoint, expected) => {
    const status = async (token?: string) => (await call(app, endpoint, {}, token ? { token } : {})).status
    const answers = {
      nobody: await status(),
      resident: await status(tokens.resident),
      clerk: await status(tokens.clerk),
      officer: await status(tokens.officer),
    }
    expect(answers).toEqual(expected)
  })
})

describe('rate limits', () => {
  let app: NestFastifyApplication
  beforeAll(async () => {
    app = await boot({ RATE_PER_IP: '4', RATE_PER_SESSION: '2', RATE_LOGIN_PER_IP: '2' })
  })
  afterAll(() => app.close())

  it('stop the third log-in of an address, with a sentence and Retry-After', async () => {
    expect(await statuses(() => call(app, login, {}), 3)).toEqual([201, 201, 429])
    const refused = await call(app, login, {})
    expect(refused.error.code).toBe('RATE_LIMITED')
    expect(refused.headers['retry-after']).toBe('60')
  })

  it('count a session by itself, and an address over all its sessions', async () => {
    expect(await statuses(() => call(app, look, {}, tokens.resident), 3)).toEqual([200, 200, 429])
    expect(await statuses(() => call(app, look, {}, tokens.clerk), 2)).toEqual([200, 429])
  })
})

it("the address is the proxy's word only behind a proxy", async () => {
  const spread = async (TRUST_PROXY: string) => {
    const app = await boot({ RATE_PER_IP: '1', TRUST_PROXY })
    const from = (ip: string) => call(app, look, {}, { headers: { 'x-forwarded-for': ip } })
    const answers = [(await from('203.0.113.1')).status, (await from('203.0.113.2')).status]
    await app.close()
    return answers
  }
  expect(await spread('0')).toEqual([200, 429])
  expect(await spread('1')).toEqual([200, 200])
})

it('a route without a contract stops the boot', async () => {
  const boot = startTestApp({ root: platformOnly({ controllers: [BareController] }) })
  await expect(boot).rejects.toThrow('BareController.bare is a route without @Implements')
})

it('a known path with another method answers 405', async () => {
  const app = await boot({})
  const answer = await app.inject({ method: 'DELETE', url: '/api/v1/looks' })
  expect(answer.json().code).toBe('METHOD_NOT_ALLOWED')
  expect(answer.headers.allow).toBe('GET')
  await app.close()
})

it.each([1969, 3024, 1317, 1927, 1053, 1040])('database error %d means: try again later', (errno) => {
  expect(asRefusal(Object.assign(new Error('query'), { errno })).code).toBe('SERVICE_UNAVAILABLE')
})

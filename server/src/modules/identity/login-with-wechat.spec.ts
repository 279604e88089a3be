import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { getMe, getStaffMe, loginWithWechat, logout } from '@yikezhong/shared/identity/identity.contract'
import { DataSource } from 'typeorm'
import { call, startTestApp, testConfig } from '../../../test/app.js'
import { loginResident } from '../../../test/people.js'
import { Clock, type SystemClock } from '../../platform/runtime/clock.js'
import { IdentityService } from './index.js'
import { Resident } from './resident.entity.js'
import { hashToken } from './secret-token.js'
import { Session } from './session.entity.js'
import { SessionStore } from './session-store.js'
import { WechatSimulator } from './wechat/wechat-simulator.js'

const merchantId = '265000000000000077'
const DAY = 24 * 60 * 60_000
let app: NestFastifyApplication
let dataSource: DataSource

beforeAll(async () => {
  app = await startTestApp()
  dataSource = app.get(DataSource)
})
afterAll(() => app.close())
afterEach(() => travel(0))

/** Moves the server's clock this far from the real one. */
const travel = (ms: number) => (app.get(Clock) as SystemClock).correct(ms)

describe('POST /sessions/wechat', () => {
  it('knows the same person again, with a session of its own for each log-in', async () => {
    const first = await loginResident(app, 'wang')
    const second = await loginResident(app, 'wang')
    expect(second.id).toBe(first.id)
    expect(second.token).not.toBe(first.token)
    const { body } = await call(app, getMe, {}, second.token)
    expect(body).toMatchObject({ id: first.id, phoneTail: null, memberships: [], isDemo: false })
  })

  it('refuses a code WeChat does not know', async () => {
    const { status, error } = await call(app, loginWithWechat, { body: { code: 'made-up' } })
    expect([status, error.code]).toEqual([401, 'WECHAT_CODE_INVALID'])
  })

  it.each([{}, { code: '' }, { code: 'x'.repeat(129) }, { code: 7 }])('refuses the body %j', async (body) => {
    const answer = await call(app, loginWithWechat, { body: body as { code: string } })
    expect(answer.error.code).toBe('VALIDATION_FAILED')
  })

  it('makes one resident when a new person logs in 50 times at once', async () => {
    const logins = await Promise.all(Array.from({ length: 50 }, () => loginResident(app, 'race')))
    expect(new Set(logins.map(({ id }) => id)).size).toBe(1)
    expect(new Set(logins.map(({ token }) => token)).size).toBe(50)
    await expect(dataSource.manager.countBy(Resident, { openid: 'simulated-test-race' })).resolves.toBe(1)
  })

  it('keeps the hash of a token and never the token', async () => {
    const { token } = await loginResident(app, 'hash')
    const session = await dataSource.manager.findOneByOrFail(Session, { tokenHash: hashToken(token) })
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(session)).not.toContain(token)
  })
})

describe('a session', () => {
  it.each(['forged-token-forged-token-forged-token-xyz', 'x', '令牌', ''])(
    'is not the token %j',
    async (token) => {
      const headers = { authorization: `Bearer ${token}` }
      const { status, error } = await call(app, getMe, {}, { headers })
      expect([status, error.code]).toEqual([401, 'SESSION_EXPIRED'])
    },
  )

  it('is needed for one’s own data', async () => {
    const { status, error } = await call(app, getMe, {})
    expect([status, error.code]).toEqual([401, 'UNAUTHENTICATED'])
  })

  it('of a resident opens nothing of the staff', async () => {
    const { token } = await loginResident(app, 'curious')
    const { status, error } = await call(app, getStaffMe, {}, token)
    expect([status, error.code]).toEqual([403, 'FORBIDDEN'])
  })

  it('ends at once when the person logs out, and only that one', async () => {
    const phone = await loginResident(app, 'two-devices')
    const tablet = await loginResident(app, 'two-devices')
    await call(app, getMe, {}, phone.token)
    await expect(call(app, logout, {}, phone.token)).resolves.toMatchObject({ status: 200, body: {} })
    expect((await call(app, getMe, {}, phone.token)).error.code).toBe('SESSION_EXPIRED')
    expect((await call(app, getMe, {}, tablet.token)).status).toBe(200)
  })

  it('lets anyone log out who is not logged in', async () => {
    expect((await call(app, logout, {})).status).toBe(200)
  })

  it('ends after 30 days without use, and not before', async () => {
    const { token } = await loginResident(app, 'idle')
    travel(30 * DAY - 60_000)
    expect((await call(app, getMe, {}, token)).status).toBe(200)
    travel(59 * DAY)
    expect((await call(app, getMe, {}, token)).status).toBe(200)
    travel(59 * DAY + 30 * DAY + 1000)
    expect((await call(app, getMe, {}, token)).error.code).toBe('SESSION_EXPIRED')
  })

  it('notes its use at most once a minute', async () => {
    const { token } = await loginResident(app, 'seen')
    const seen = async () => (await session(token))?.lastSeenAt.getTime()
    const start = await seen()
    travel(50_000)
    await call(app, getMe, {}, token)
    expect(await seen()).toBe(start)
    travel(70_000)
    await call(app, getMe, {}, token)
    expect(await seen()).toBeGreaterThan((start ?? 0) + 60_000)
  })

  it('is cleared away once idle', async () => {
    const { token } = await loginResident(app, 'cleared')
    travel(31 * DAY)
    await app.get(SessionStore).removeIdle()
    expect(await session(token)).toBeNull()
  })

  it('carries a new membership at the next request', async () => {
    const { token, id } = await loginResident(app, 'clerk')
    await call(app, getMe, {}, token)
    await app.get(IdentityService).addMember(id, { merchantId, role: 'clerk' })
    await app.get(IdentityService).addMember(id, { merchantId, role: 'owner' })
    const { body } = await call(app, getMe, {}, token)
    expect(body.memberships).toEqual([{ merchantId, role: 'owner' }])
    await expect(app.get(SessionStore).resolve(token)).resolves.toMatchObject({
      memberships: body.memberships,
    })
    await app.get(IdentityService).removeMember(id, merchantId)
    expect((await call(app, getMe, {}, token)).body.memberships).toEqual([])
  })

  const session = (token: string) => dataSource.manager.findOneBy(Session, { tokenHash: hashToken(token) })
})

describe('production', () => {
  it('refuses the simulator', () => {
    expect(() => new WechatSimulator({ ...testConfig(), NODE_ENV: 'production' })).toThrow('not allowed')
    expect(() => testConfig({ NODE_ENV: 'production' })).toThrow('WECHAT_MODE=simulator')
  })
})

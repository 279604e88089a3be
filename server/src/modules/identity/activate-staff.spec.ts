import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { activateStaff, getStaffMe, loginStaff } from '@yikezhong/shared/identity/identity.contract'
import { DataSource } from 'typeorm'
import { call, startTestApp } from '../../../test/app.js'
import { loginOfficer, makeStaff, staffPassword } from '../../../test/people.js'
import { Clock, type SystemClock } from '../../platform/runtime/clock.js'
import { DisableStaff, InviteStaff } from './index.js'
import { StaffAccount } from './staff-account.entity.js'

let app: NestFastifyApplication

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())
afterEach(() => travel(0))

const travel = (ms: number) => (app.get(Clock) as SystemClock).correct(ms)
const appointment = {
  role: 'city',
  divisionCode: '6205',
  divisionName: '天水市',
  displayName: '市商务局',
} as const
const invite = async () => (await app.get(InviteStaff).execute(appointment)).token
const activate = (token: string, username: string, password = staffPassword) =>
  call(app, activateStaff, { body: { token, username, password } })

describe('POST /staff/activations', () => {
  it('makes the account the invitation speaks of', async () => {
    const { status, body } = await activate(await invite(), 'li.wei')
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...appointment, username: 'li.wei', totpEnabled: false, isDemo: false })
    const login = await call(app, loginStaff, { body: { username: 'li.wei', password: staffPassword } })
    expect(login.status).toBe(201)
  })

  it('works once, however many try at once', async () => {
    const token = await invite()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => activate(token, `racer${n}`)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status !== 201).map(({ error }) => error.code)
    expect(new Set(refused)).toEqual(new Set(['ACTIVATION_TOKEN_INVALID']))
    const rows = await app.get(DataSource).manager.find(StaffAccount)
    expect(rows.filter(({ username }) => username.startsWith('racer'))).toHaveLength(1)
  })

  it('gives a name to one of two people who want it at once', async () => {
    const tokens = [await invite(), await invite()]
    const answers = await Promise.all(tokens.map((token) => activate(token, 'same-name')))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('refuses a taken name and a weak password, and the invitation stays good', async () => {
    const { username } = await makeStaff(app)
    const token = await invite()
    expect((await activate(token, username)).error.code).toBe('USERNAME_TAKEN')
    expect((await activate(token, 'li.hua', 'tianshui2026')).error.code).toBe('PASSWORD_TOO_WEAK')
    expect((await activate(token, 'li.hua')).status).toBe(201)
  })

  it('refuses a token nobody was given, and one older than a day', async () => {
    expect((await activate('x'.repeat(43), 'li.ming')).error.code).toBe('ACTIVATION_TOKEN_INVALID')
    const token = await invite()
    travel(24 * 60 * 60_000 + 1000)
    expect((await activate(token, 'li.ming')).error.code).toBe('ACTIVATION_TOKEN_INVALID')
  })

  it('refuses an appointment at the wrong level', () => {
    const invitation = { ...appointment, role: 'district' as const }
    expect(() => app.get(InviteStaff).execute(invitation)).toThrow('does not fit')
  })
})

describe('a disabled account', () => {
  it('loses its sessions and cannot log in; its name stays taken', async () => {
    const { token, username } = await loginOfficer(app)
    expect((await call(app, getStaffMe, {}, token)).status).toBe(200)
    await expect(app.get(DisableStaff).execute(username)).resolves.toBe(true)
    expect((await call(app, getStaffMe, {}, token)).error.code).toBe('SESSION_EXPIRED')
    const login = await call(app, loginStaff, { body: { username, password: staffPassword } })
    expect(login.error.code).toBe('CREDENTIALS_WRONG')
    expect((await activate(await invite(), username)).error.code).toBe('USERNAME_TAKEN')
    await expect(app.get(DisableStaff).execute(username)).resolves.toBe(false)
  })
})

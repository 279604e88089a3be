import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import {
  confirmTotp,
  getMe,
  getStaffMe,
  loginStaff,
  logout,
  startTotp,
} from '@yikezhong/shared/identity/identity.contract'
import { generate } from 'otplib'
import { DataSource } from 'typeorm'
import { call, emptyDatabase, startTestApp } from '../../../test/app.js'
import { loginOfficer, makeStaff, staffPassword } from '../../../test/people.js'
import { Clock, type SystemClock } from '../../platform/runtime/clock.js'
import { StaffAccount } from './staff-account.entity.js'

const MINUTE = 60_000
let app: NestFastifyApplication
let dataSource: DataSource

beforeAll(async () => {
  app = await startTestApp()
  dataSource = app.get(DataSource)
})
afterAll(() => app.close())
afterEach(async () => {
  travel(0)
  await emptyDatabase(app)
})

/** Moves the server's clock this far from the real one. */
const travel = (ms: number) => (app.get(Clock) as SystemClock).correct(ms)
const login = (username: string, password: string, totp?: string) =>
  call(app, loginStaff, { body: { username, password, totp } })
const wrong = (username: string) => login(username, 'not the password')
const auditActions = async () => {
  const rows: { action: string }[] = await dataSource.query(
    'SELECT action FROM audit_entry ORDER BY sequence',
  )
  return rows.map(({ action }) => action)
}

describe('POST /sessions/staff', () => {
  it('opens a session that knows role and division', async () => {
    const { username } = await makeStaff(app, {
      role: 'district',
      divisionCode: '620502',
      divisionName: '秦州区',
    })
    const { status, body } = await login(` ${username.toUpperCase()}`, staffPassword)
    expect(status).toBe(201)
    expect(body).toMatchObject({ idleMinutes: 30, staff: { role: 'district', divisionName: '秦州区' } })
    const me = await call(app, getStaffMe, {}, body.token)
    expect(me.body).toEqual(body.staff)
    expect((await call(app, getMe, {}, body.token)).error.code).toBe('FORBIDDEN')
  })

  it('answers a wrong password and an unknown name alike', async () => {
    const { username } = await makeStaff(app)
    const answers = [await wrong(username), await wrong('nobody'), await login('nobody', staffPassword)]
    for (const { status, error } of answers) expect([status, error.code]).toEqual([401, 'CREDENTIALS_WRONG'])
  })

  it.each(['王科长', '𠮷', '😀', "a' OR 1=1 --", '\u0000', 'é'])(
    'answers the name %j like any unknown one',
    async (name) => {
      const { status, error } = await wrong(name)
      expect([status, error.code]).toEqual([401, 'CREDENTIALS_WRONG'])
    },
  )

  it('takes the same time for an unknown name', async () => {
    const { username } = await makeStaff(app)
    await wrong(username)
    const known = await time(() => wrong(username))
    const unknown = await time(() => wrong('nobody'))
    expect(unknown).toBeGreaterThan(known / 3)
  })

  it('ends after 30 minutes without use', async () => {
    const { token } = await loginOfficer(app)
    travel(29 * MINUTE)
    expect((await call(app, getStaffMe, {}, token)).status).toBe(200)
    travel(58 * MINUTE)
    expect((await call(app, getStaffMe, {}, token)).status).toBe(200)
    travel(89 * MINUTE)
    expect((await call(app, getStaffMe, {}, token)).error.code).toBe('SESSION_EXPIRED')
  })

  it('logs out', async () => {
    const { token } = await loginOfficer(app)
    await call(app, logout, {}, token)
    expect((await call(app, getStaffMe, {}, token)).error.code).toBe('SESSION_EXPIRED')
  })

  it('leaves an audit trail without what was typed', async () => {
    const { username } = await makeStaff(app)
    await wrong(username)
    await login(username, staffPassword)
    expect(await auditActions()).toEqual([
      'staff.invited',
      'staff.activated',
      'staff.login-failed',
      'staff.login',
    ])
    const rows = await dataSource.query('SELECT * FROM audit_entry')
    expect(JSON.stringify(rows)).not.toContain('not the password')
  })
})

describe('the lock', () => {
  it('looks at five of twenty wrong passwords that arrive at once', async () => {
    const { username } = await makeStaff(app)
    const answers = await Promise.all(Array.from({ length: 20 }, () => wrong(username)))
    const codes = answers.map(({ error }) => error.code)
    expect(codes.filter((code) => code === 'CREDENTIALS_WRONG')).toHaveLength(5)
    expect(codes.filter((code) => code === 'ACCOUNT_LOCKED')).toHaveLength(15)
    expect((await auditActions()).filter((action) => action === 'staff.locked')).toHaveLength(1)
  })

  it('refuses the right password for 30 minutes, counted from the fifth failure', async () => {
    const { username } = await makeStaff(app)
    for (let tries = 0; tries < 5; tries++) await wrong(username)
    const { status, error } = await login(username, staffPassword)
    expect([status, error.code]).toEqual([423, 'ACCOUNT_LOCKED'])
    travel(29 * MINUTE)
    expect((await login(username, staffPassword)).status).toBe(423)
    travel(31 * MINUTE)
    expect((await login(username, staffPassword)).status).toBe(201)
  })

  it('holds for names nobody has, so it tells a guesser nothing', async () => {
    for (let tries = 0; tries < 5; tries++) await wrong('nobody')
    expect((await wrong('nobody')).error.code).toBe('ACCOUNT_LOCKED')
  })

  it('starts again after a log-in', async () => {
    const { username } = await makeStaff(app)
    for (let round = 0; round < 2; round++) {
      for (let tries = 0; tries < 4; tries++) expect((await wrong(username)).status).toBe(401)
      expect((await login(username, staffPassword)).status).toBe(201)
    }
  })

  it('does not come from the right password, however many devices send it at once', async () => {
    const { username } = await makeStaff(app)
    const answers = await Promise.all(Array.from({ length: 20 }, () => login(username, staffPassword)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201))
  })
})

describe('one-time codes', () => {
  it('are needed once bound, good once, and never twice', async () => {
    const { username, secret } = await officerWithTotp()
    expect((await login(username, staffPassword)).error.code).toBe('TOTP_REQUIRED')
    travel(2 * MINUTE)
    const code = await codeAt(secret, 2 * MINUTE)
    expect((await login(username, staffPassword, code)).status).toBe(201)
    expect((await login(username, staffPassword, code)).error.code).toBe('TOTP_WRONG')
    expect(await auditActions()).toContain('staff.totp-bound')
  })

  it('are used up by one of ten log-ins that send the same code at once', async () => {
    const { username, secret } = await officerWithTotp()
    travel(2 * MINUTE)
    const code = await codeAt(secret, 2 * MINUTE)
    const answers = await Promise.all(Array.from({ length: 4 }, () => login(username, staffPassword, code)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('of the binding itself cannot be used to log in', async () => {
    const { username, code } = await officerWithTotp()
    expect((await login(username, staffPassword, code)).error.code).toBe('TOTP_WRONG')
  })

  it('lock the account when guessed, also when the right password is sent alone in between', async () => {
    const { username, secret } = await officerWithTotp()
    travel(2 * MINUTE)
    for (let tries = 0; tries < 5; tries++) {
      expect((await login(username, staffPassword)).error.code).toBe('TOTP_REQUIRED')
      expect((await login(username, staffPassword, '000000')).error.code).toBe('TOTP_WRONG')
    }
    const code = await codeAt(secret, 2 * MINUTE)
    expect((await login(username, staffPassword, code)).error.code).toBe('ACCOUNT_LOCKED')
  })

  it('are not bound without a right code, and a wrong one changes nothing', async () => {
    const { token, username } = await loginOfficer(app)
    expect((await call(app, confirmTotp, { body: { code: '123456' } }, token)).error.code).toBe('TOTP_WRONG')
    await call(app, startTotp, {}, token)
    expect((await call(app, confirmTotp, { body: { code: '123456' } }, token)).error.code).toBe('TOTP_WRONG')
    expect((await login(username, staffPassword)).status).toBe(201)
  })

  it('come from a secret that is encrypted at rest', async () => {
    const { secret } = await officerWithTotp()
    const [row] = await dataSource.query('SELECT totp_secret FROM staff_account')
    expect(row.totp_secret).toMatch(/^v1\./)
    expect(row.totp_secret).not.toContain(secret)
    const [account] = await dataSource.manager.find(StaffAccount)
    expect(account?.totpSecret).toBe(secret)
  })

  async function officerWithTotp() {
    const { token, username } = await loginOfficer(app)
    const { body } = await call(app, startTotp, {}, token)
    expect(body.uri).toContain(`secret=${body.secret}`)
    const code = await codeAt(body.secret, 0)
    expect((await call(app, confirmTotp, { body: { code } }, token)).status).toBe(201)
    expect((await call(app, getStaffMe, {}, token)).body.totpEnabled).toBe(true)
    return { username, secret: body.secret, code }
  }
})

const codeAt = (secret: string, offset: number) =>
  generate({ secret, epoch: Math.floor((Date.now() + offset) / 1000) })

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e6
}

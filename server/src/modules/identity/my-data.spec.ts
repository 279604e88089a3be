import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import {
  cancelMyDeletion,
  exportMyData,
  getMe,
  requestMyDeletion,
} from '@yikezhong/shared/identity/identity.contract'
import { DataSource } from 'typeorm'
import { call, startTestApp } from '../../../test/app.js'
import { loginResident } from '../../../test/people.js'
import { JobRunner } from '../../platform/jobs/job-runner.js'
import { Clock, type SystemClock } from '../../platform/runtime/clock.js'
import { IdentityService } from './index.js'
import { MerchantMember } from './merchant-member.entity.js'
import { Resident } from './resident.entity.js'
import { Session } from './session.entity.js'

const HOUR = 60 * 60_000
let app: NestFastifyApplication
let dataSource: DataSource

beforeAll(async () => {
  app = await startTestApp()
  dataSource = app.get(DataSource)
})
afterAll(() => app.close())
afterEach(() => travel(0))

const travel = (ms: number) => (app.get(Clock) as SystemClock).correct(ms)
const erase = () => app.get(JobRunner).runNow('resident.erase')
const rowOf = (id: string) => dataSource.manager.findOneByOrFail(Resident, { id })

describe('GET /me/export', () => {
  it('holds what identity knows, and only of the caller', async () => {
    const { token, id } = await loginResident(app, 'export')
    const other = await loginResident(app, 'export-other')
    await app.get(IdentityService).addMember(id, { merchantId: '265000000000000005', role: 'owner' })
    const { body } = await call(app, exportMyData, {}, token)
    const byName = new Map(body.sections.map((section) => [section.name, section]))
    expect(byName.get('profile')?.rows).toMatchObject([{ 编号: id, 微信标识: 'simulated-test-export' }])
    expect(byName.get('memberships')?.rows).toMatchObject([{ 商户编号: '265000000000000005', 身份: '店主' }])
    expect(byName.get('sessions')?.rows).toHaveLength(1)
    expect(JSON.stringify(body)).not.toContain(other.id)
    expect(JSON.stringify(body)).not.toContain(token)
  })
})

describe('/me/deletion', () => {
  it('takes effect a day after the request', async () => {
    const { token } = await loginResident(app, 'leaver')
    const { status, body } = await call(app, requestMyDeletion, {}, token)
    expect(status).toBe(201)
    expect(Date.parse(body.effectiveAt) - Date.parse(body.requestedAt)).toBe(24 * HOUR)
    expect((await call(app, getMe, {}, token)).body.deletionRequestedAt).toBe(body.requestedAt)
  })

  it('is asked for once, also by ten taps at once', async () => {
    const { token } = await loginResident(app, 'tapper')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call(app, requestMyDeletion, {}, token)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.find(({ status }) => status !== 201)?.error.code).toBe('DELETION_ALREADY_REQUESTED')
  })

  it('can be withdrawn until it is due', async () => {
    const { token, id } = await loginResident(app, 'stayer')
    expect((await call(app, cancelMyDeletion, {}, token)).error.code).toBe('DELETION_NOT_REQUESTED')
    await call(app, requestMyDeletion, {}, token)
    travel(23 * HOUR)
    expect((await call(app, cancelMyDeletion, {}, token)).status).toBe(200)
    travel(48 * HOUR)
    await erase()
    expect((await rowOf(id)).openid).toBe('simulated-test-stayer')
  })

  it('does nothing before the day is over', async () => {
    const { token, id } = await loginResident(app, 'waiting')
    await call(app, requestMyDeletion, {}, token)
    travel(23 * HOUR)
    await erase()
    expect((await rowOf(id)).erasedAt).toBeNull()
  })

  it('empties the person, ends the sessions and keeps the row for the statistics', async () => {
    const { token, id } = await loginResident(app, 'gone')
    await app.get(IdentityService).addMember(id, { merchantId: '265000000000000006', role: 'clerk' })
    await dataSource.manager.update(
      Resident,
      { id },
      { phone: '13900001234', phoneTail: '1234', unionid: 'u' },
    )
    await call(app, requestMyDeletion, {}, token)
    travel(24 * HOUR + 1000)
    expect((await call(app, cancelMyDeletion, {}, token)).error.code).toBe('DELETION_NOT_REQUESTED')
    await erase()

    const { openid, unionid, phone, phoneIndex, phoneTail, nickname, erasedAt } = await rowOf(id)
    const left = { openid, unionid, phone, phoneIndex, phoneTail }
    expect(Object.values(left)).toEqual([null, null, null, null, null])
    expect([nickname, erasedAt]).toEqual(['已注销', expect.any(Date)])
    expect(await dataSource.manager.countBy(Session, { subjectId: id })).toBe(0)
    expect(await dataSource.manager.countBy(MerchantMember, { residentId: id })).toBe(0)
    expect((await call(app, getMe, {}, token)).error.code).toBe('SESSION_EXPIRED')
    await expect(app.get(IdentityService).residentPhoneTails([id])).resolves.toEqual(new Map([[id, null]]))

    const again = await loginResident(app, 'gone')
    expect(again.id).not.toBe(id)
  })

  it('is recorded once when two nodes run the job', async () => {
    const { token, id } = await loginResident(app, 'once')
    await call(app, requestMyDeletion, {}, token)
    travel(25 * HOUR)
    await erase()
    await erase()
    const rows = await dataSource.query(
      `SELECT actor FROM audit_entry WHERE action = 'resident.erased' AND subject = 'resident:${id}'`,
    )
    expect(rows).toHaveLength(1)
  })
})

import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { StaffRole } from '@yikezhong/shared/http/access'
import { activateStaff, loginStaff, loginWithWechat } from '@yikezhong/shared/identity/identity.contract'
import { InviteStaff } from '../src/modules/identity/index.js'
import { call } from './app.js'

/** A password the policy accepts. */
export const staffPassword = '藉河边上七点-7-碗呱呱'

/** Logs a new resident in: the simulated WeChat takes every code that begins with `test-`. */
export async function loginResident(app: NestFastifyApplication, name: string) {
  const { status, body } = await call(app, loginWithWechat, { body: { code: `test-${name}` } })
  if (status !== 201) throw new Error(`login of ${name} answered ${status}`)
  return { token: body.token, id: body.resident.id }
}

interface StaffOptions {
  username?: string
  role?: StaffRole
  divisionCode?: string
  divisionName?: string
}

let made = 0

/** Makes a staff account the way people do, by invitation and activation. */
export async function makeStaff(app: NestFastifyApplication, options: StaffOptions = {}) {
  const { role = 'city', divisionCode = '6205', divisionName = '天水市' } = options
  const { username = `officer${++made}` } = options
  const appointment = { role, divisionCode, divisionName, displayName: `${divisionName}工作人员` }
  const { token } = await app.get(InviteStaff).execute(appointment)
  const answer = await call(app, activateStaff, { body: { token, username, password: staffPassword } })
  if (answer.status !== 201) throw new Error(`activation answered ${answer.error.code}`)
  return { id: answer.body.id, username, password: staffPassword }
}

/** Makes a staff account and logs it in. */
export async function loginOfficer(app: NestFastifyApplication, options: StaffOptions = {}) {
  const { id, username, password } = await makeStaff(app, options)
  const { status, body } = await call(app, loginStaff, { body: { username, password } })
  if (status !== 201) throw new Error(`login of ${username} answered ${status}`)
  return { id, username, token: body.token }
}

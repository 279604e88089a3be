import { randomUUID } from 'node:crypto'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { Access, StaffRole } from '@yikezhong/shared/http/access'
import { activateStaff } from '@yikezhong/shared/identity/identity.contract'
import { InviteStaff } from '../../src/modules/identity/index.js'
import { SessionStore } from '../../src/modules/identity/session-store.js'
import { Tx } from '../../src/platform/database/tx.js'
import { call } from '../app.js'
import { makeMember, makeResident } from '../make.js'
import { staffPassword } from '../people.js'

type App = NestFastifyApplication
export type CallerKind = 'anonymous' | 'resident' | 'member' | 'staff' | 'expired' | 'forged'

/** Somebody who calls the API. Every call gets a session of its own, so that logging out harms nobody else. */
export interface Caller {
  name: string
  kind: CallerKind
  id: string
  role?: StaffRole
  divisionCode?: string
  username?: string
  token: () => Promise<string | undefined>
}

/** What the access guard must say to a caller: written down again here, and not asked of the guard. */
export function expectedRefusal(access: Access, { kind, role }: Caller): string | null {
  if (kind === 'expired' || kind === 'forged') return 'SESSION_EXPIRED'
  if (access === 'public') return null
  if (kind === 'anonymous') return 'UNAUTHENTICATED'
  const allowed = {
    resident: kind === 'resident' || kind === 'member',
    merchant: kind === 'member',
    staff: kind === 'staff',
  }
  if (typeof access === 'string') return allowed[access] ? null : 'FORBIDDEN'
  return role !== undefined && access.includes(role) ? null : 'FORBIDDEN'
}

export const anonymous: Caller = {
  name: 'anonymous',
  kind: 'anonymous',
  id: '0',
  token: () => Promise.resolve(undefined),
}

const open = (app: App, kind: 'resident' | 'staff', id: string) => app.get(SessionStore).open(kind, id)

const residentCaller = (app: App, name: string, kind: CallerKind, id: string): Caller => ({
  name,
  kind,
  id,
  token: () => open(app, 'resident', id),
})

export async function newResident(app: App, name = 'resident'): Promise<Caller> {
  return residentCaller(app, name, 'resident', (await makeResident(app)).id)
}

export async function newMember(app: App, name: string, merchantId: string): Promise<Caller> {
  return residentCaller(app, name, 'member', (await makeMember(app, merchantId)).id)
}

/** Invited and activated as people are, so that the account passes every rule. */
export async function newOfficer(app: App, role: StaffRole, divisionCode: string): Promise<Caller> {
  const appointment = {
    role,
    divisionCode,
    divisionName: divisionCode,
    displayName: `${role} ${divisionCode}`,
  }
  const { token } = await app.get(InviteStaff).execute(appointment)
  const username = `s${randomUUID().slice(0, 8)}`
  const body = { token, username, password: staffPassword }
  const answer = await call(app, activateStaff, { body })
  if (answer.status !== 201) throw new Error(`activation answered ${answer.error.code}`)
  const { id } = answer.body
  const name = `${role} of ${divisionCode}`
  return { name, kind: 'staff', id, role, divisionCode, username, token: () => open(app, 'staff', id) }
}

/** A session nobody used for a year, an invented token, and pieces and mixtures of real ones. */
export async function brokenCallers(app: App, holder: Caller): Promise<Caller[]> {
  const expired = async () => {
    const token = await holder.token()
    await app
      .get(Tx)
      .manager.query(
        'UPDATE session SET last_seen_at = last_seen_at - INTERVAL 400 DAY ORDER BY id DESC LIMIT 1',
      )
    return token
  }
  const mangled = async () => {
    const token = (await holder.token()) ?? ''
    return token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
  }
  const shared = { id: '0', kind: 'forged' as const }
  return [
    { name: 'expired token', id: '0', kind: 'expired', token: expired },
    { ...shared, name: 'forged token', token: () => Promise.resolve('f'.repeat(43)) },
    { ...shared, name: 'token with one letter changed', token: mangled },
    { ...shared, name: 'token of no token form', token: () => Promise.resolve(`' OR 1=1 -- `) },
  ]
}

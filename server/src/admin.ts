import { parseArgs } from 'node:util'
import { type StaffRole, staffRoles } from '@yikezhong/shared/http/access'
import { runCommand, withApplication } from './command/run-command.js'
import { CircleService } from './modules/circle/index.js'
import { DisableStaff, InviteStaff, roleFitsDivision } from './modules/identity/index.js'

const usage = `usage: npm run admin -- invite --role <${staffRoles.join('|')}> --division <code> --name <display name>
       npm run admin -- disable --username <user name>

invite prints a one-time token, good for 24 hours, with which its holder makes one staff account:
POST /api/v1/staff/activations { token, username, password }.
disable ends an account and its sessions.`

interface Options {
  role?: string
  division?: string
  name?: string
  username?: string
}

await runCommand(async () => {
  const text = { type: 'string' } as const
  const options = { role: text, division: text, name: text, username: text }
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  if (positionals[0] === 'invite') return invite(values)
  if (positionals[0] === 'disable') return disable(values)
  throw new Error(usage)
})

async function invite({ role, division, name }: Options): Promise<string> {
  if (!isStaffRole(role) || !division || !name) throw new Error(usage)
  return withApplication(async (app) => {
    const divisionName = app.get(CircleService).divisionName(division)
    if (!divisionName) throw new Error(`the city pack has no division ${division}`)
    if (!roleFitsDivision(role, division))
      throw new Error(`${divisionName} is not at the level of role ${role}`)
    const appointment = { role, divisionCode: division, divisionName, displayName: name.trim() }
    const { token, expiresAt } = await app.get(InviteStaff).execute(appointment)
    return `${name}, ${role}, ${divisionName}\ntoken: ${token}\ngood until ${expiresAt.toISOString()}`
  })
}

async function disable({ username }: Options): Promise<string> {
  if (!username) throw new Error(usage)
  return withApplication(async (app) => {
    const isDone = await app.get(DisableStaff).execute(username)
    if (!isDone) throw new Error(`no account in use is called ${username}`)
    return `${username} can no longer log in`
  })
}

function isStaffRole(role: string | undefined): role is StaffRole {
  return staffRoles.some((known) => known === role)
}

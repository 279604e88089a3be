import { parseArgs } from 'node:util'
import { type StaffRole, staffRoles } from '@yikezhong/shared/http/access'
import { runCommand, withApplication } from './command/run-command.js'
import { CircleService } from './modules/circle/index.js'
import { InviteStaff, roleFitsDivision } from './modules/identity/index.js'

const usage = `usage: npm run admin -- invite --role <${staffRoles.join('|')}> --division <code> --name <display name>

Prints a one-time token, good for 24 hours, with which its holder makes one staff account:
POST /api/v1/staff/activations { token, username, password }, or the activation page of the console.`

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, division: { type: 'string' }, name: { type: 'string' } },
  })
  const { role, division, name } = values
  if (positionals[0] !== 'invite' || !isStaffRole(role) || !division || !name) throw new Error(usage)
  return invite(role, division, name.trim())
})

function invite(role: StaffRole, divisionCode: string, displayName: string): Promise<string> {
  return withApplication(async (app) => {
    const divisionName = app.get(CircleService).divisionName(divisionCode)
    if (!divisionName) throw new Error(`the city pack has no division ${divisionCode}`)
    if (!roleFitsDivision(role, divisionCode))
      throw new Error(`${divisionName} is not at the level of role ${role}`)
    const appointment = { role, divisionCode, divisionName, displayName }
    const { token, expiresAt } = await app.get(InviteStaff).execute(appointment)
    return `${displayName}, ${role}, ${divisionName}\ntoken: ${token}\ngood until ${expiresAt.toISOString()}`
  })
}

function isStaffRole(role: string | undefined): role is StaffRole {
  return staffRoles.some((known) => known === role)
}

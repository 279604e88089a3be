import { type StaffRole, staffRoles } from '@yikezhong/shared/http/access'
import type { DemoResident, DemoStaff, Membership } from '../modules/identity/index.js'
import type { DemoFiles } from './demo-files.js'
import type { Dice } from './dice.js'

const isStaffRole = (role: string): role is StaffRole => staffRoles.some((known) => known === role)

/** Residents who can log in first, in the order of `logins.json`; then the crowd. */
export function demoResidents(
  { logins, people }: DemoFiles,
  merchantIdOf: (outletName: string) => string,
  dice: Dice,
): DemoResident[] {
  const named = logins.flatMap(({ name, wechatCode }): DemoResident[] => {
    if (!wechatCode) return []
    const member = people.members.find((candidate) => candidate.wechatCode === wechatCode)
    const membership: Membership | undefined = member && {
      merchantId: merchantIdOf(member.outlet),
      role: member.role,
    }
    return [{ nickname: name, wechatCode, phone: '', membership }]
  })
  const crowd = Array.from(
    { length: people.crowd },
    (_, at): DemoResident => ({
      nickname: `${dice.pick(people.surnames)}${dice.pick(['先生', '女士', '阿姨', '叔叔', '师傅', '同学'])}`,
      wechatCode: `crowd-${at + 1}`,
      phone: '',
    }),
  )
  return [...named, ...crowd].map((resident, at) => ({ ...resident, phone: phone(at) }))
}

/** No mobile number begins with 100: these reach no one. */
const phone = (at: number) => `1000000${String(at + 1001).slice(-4)}`

export function demoStaff({ logins }: DemoFiles, divisionName: (code: string) => string): DemoStaff[] {
  return logins.flatMap(({ role, name, division, username, password }) => {
    if (!isStaffRole(role) || !username || !password || !division) return []
    return [
      {
        role,
        username,
        password,
        displayName: name,
        divisionCode: division,
        divisionName: divisionName(division),
      },
    ]
  })
}

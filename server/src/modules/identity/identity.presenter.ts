import type {
  Resident as ResidentWire,
  Staff as StaffWire,
} from '@yikezhong/shared/identity/identity.contract'
import type { Membership } from './members.js'
import type { Resident } from './resident.entity.js'
import type { StaffAccount } from './staff-account.entity.js'

export const presentResident = (resident: Resident, memberships: readonly Membership[]): ResidentWire => ({
  id: resident.id,
  nickname: resident.nickname,
  phoneTail: resident.phoneTail,
  memberships: memberships.map(({ merchantId, role }) => ({ merchantId, role })),
  deletionRequestedAt: resident.deletionRequestedAt?.toISOString() ?? null,
  isDemo: resident.isDemo,
})

export const presentStaff = (account: StaffAccount): StaffWire => ({
  id: account.id,
  username: account.username,
  displayName: account.displayName,
  role: account.role,
  divisionCode: account.divisionCode,
  divisionName: account.divisionName,
  totpEnabled: account.totpSecret !== null,
  isDemo: account.isDemo,
})

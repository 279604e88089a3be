import type { StaffRole } from '@yikezhong/shared/http/access'

/** How many digits a role's division code has: city 4, district 6, subdistrict 9, community 12. */
const codeLengths: Record<StaffRole, number> = {
  operator: 4,
  city: 4,
  district: 6,
  subdistrict: 9,
  community: 12,
}

/** A role is held at its own level: a district officer of a community would see less or more than the title says. */
export const roleFitsDivision = (role: StaffRole, divisionCode: string): boolean =>
  divisionCode.length === codeLengths[role]

/** Who holds a staff account (工作人员), widest division first; `operator` runs the platform for the whole city. */
export const staffRoles = ['operator', 'city', 'district', 'subdistrict', 'community'] as const
export type StaffRole = (typeof staffRoles)[number]

/** What a resident may do for a merchant (商户成员). */
export const merchantRoles = ['owner', 'clerk'] as const
export type MerchantRole = (typeof merchantRoles)[number]

/**
 * Who may call an endpoint. `public` needs no session but reads one when it is sent; `merchant` is a resident who
 * belongs to at least one merchant; `staff` is any staff account; a list names the staff roles allowed.
 */
export type Access = 'public' | 'resident' | 'merchant' | 'staff' | readonly StaffRole[]

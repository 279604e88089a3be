import type { Name } from './named-types'

/** Accessible name and role for a View, as this platform writes them. */
export const named = ({ label, role }: Name) => ({ ariaLabel: label, ariaRole: role })

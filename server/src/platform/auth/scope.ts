import { DomainError } from '../http/domain-error.js'
import type { StaffActor } from './actor.js'

/** 数据范围: a division holds everything whose code begins with its own. */
export const inScope = (actor: Pick<StaffActor, 'divisionCode'>, divisionCode: string): boolean =>
  divisionCode.startsWith(actor.divisionCode)

/** Refuses a division outside the officer's own. */
export function requireDivision(actor: Pick<StaffActor, 'divisionCode'>, divisionCode: string): void {
  if (!inScope(actor, divisionCode)) throw new DomainError('DIVISION_OUT_OF_SCOPE')
}

/** For `WHERE division_code LIKE ?`; codes are digits, so nothing needs escaping. */
export const scopePrefix = (actor: Pick<StaffActor, 'divisionCode'>): string => `${actor.divisionCode}%`

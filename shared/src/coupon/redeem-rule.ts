import type { ErrorCode } from '../http/error-codes.js'
import type { Coupon } from './coupon.contract.js'

type Redeemable = Pick<Coupon, 'status' | 'validFrom' | 'validUntil'>

/** Why a coupon cannot be used right now, or null when it can. */
export function useRefusal(coupon: Redeemable, now: Date): ErrorCode | null {
  if (coupon.status === 'used') return 'COUPON_ALREADY_USED'
  if (coupon.status === 'expired' || now >= new Date(coupon.validUntil)) return 'COUPON_EXPIRED'
  if (now < new Date(coupon.validFrom)) return 'COUPON_NOT_YET_VALID'
  return null
}

export interface Discount {
  discountFen: number
  governmentFen: number
  merchantFen: number
}

/**
 * What is taken off a bill of `amountFen` (unknown when the clerk typed none) and who bears it: the government its
 * share in proportion, rounded down to the fen, the merchant the rest. Null when the bill is under the minimum spend.
 */
export function discountOf(
  rule: Pick<Coupon, 'faceValueFen' | 'minSpendFen' | 'governmentFen'>,
  amountFen?: number,
): Discount | null {
  if (amountFen !== undefined && amountFen < rule.minSpendFen) return null
  const discountFen = Math.min(rule.faceValueFen, amountFen ?? rule.faceValueFen)
  const governmentFen =
    rule.faceValueFen === 0 ? 0 : Math.floor((rule.governmentFen * discountFen) / rule.faceValueFen)
  return { discountFen, governmentFen, merchantFen: discountFen - governmentFen }
}

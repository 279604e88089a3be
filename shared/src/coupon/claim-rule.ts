import type { ErrorCode } from '../http/error-codes.js'
import type { CouponTemplate } from './coupon.contract.js'

type Claimable = Pick<
  CouponTemplate,
  'status' | 'claimFrom' | 'claimUntil' | 'remainingCount' | 'perPersonLimit'
>

/** Why a resident cannot claim right now, or null when they can: button text on the phone, verdict on the server. */
export function claimRefusal(template: Claimable, claimedByMe: number, now: Date): ErrorCode | null {
  if (template.status === 'draft') return 'COUPON_NOT_PUBLISHED'
  if (template.status === 'paused') return 'COUPON_PAUSED'
  if (template.status === 'ended' || now >= new Date(template.claimUntil)) return 'COUPON_CLAIM_ENDED'
  if (now < new Date(template.claimFrom)) return 'COUPON_CLAIM_NOT_STARTED'
  if (claimedByMe >= template.perPersonLimit) return 'COUPON_CLAIM_LIMIT_REACHED'
  if (template.remainingCount <= 0) return 'COUPON_SOLD_OUT'
  return null
}

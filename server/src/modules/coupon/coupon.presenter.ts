import type * as Wire from '@yikezhong/shared/coupon/coupon.contract'
import type { ErrorCode } from '@yikezhong/shared/http/error-codes'
import type { OutletRef } from '../outlet/index.js'
import type { Coupon } from './coupon.entity.js'
import type { CouponTemplate } from './coupon-template.entity.js'
import type { Redemption } from './redemption.entity.js'

const REVERSIBLE_MS = 5 * 60_000
const OUTLETS_SHOWN = 3

/** A template's outlets, in name order. */
export type Outlets = readonly Pick<OutletRef, 'id' | 'name'>[]

/** Until when a clerk may take a redemption back. */
export const reversibleUntil = (redemption: Pick<Redemption, 'redeemedAt'>) =>
  new Date(redemption.redeemedAt.getTime() + REVERSIBLE_MS)

/** The entity in the words of the shared claim rule. */
export const claimable = (template: CouponTemplate) => ({
  status: template.status,
  claimFrom: template.claimFrom.toISOString(),
  claimUntil: template.claimUntil.toISOString(),
  remainingCount: template.totalCount - template.claimedCount,
  perPersonLimit: template.perPersonLimit,
})

/** The entities in the words of the shared redeem rule. */
export const usable = (coupon: Coupon, template: CouponTemplate) => ({
  status: coupon.status,
  validFrom: template.validFrom.toISOString(),
  validUntil: coupon.validUntil.toISOString(),
})

const presentRule = (template: CouponTemplate, outlets: Outlets) => ({
  title: template.title,
  faceValueFen: template.faceValueFen,
  minSpendFen: template.minSpendFen,
  governmentFen: template.governmentFen,
  validFrom: template.validFrom.toISOString(),
  validUntil: template.validUntil.toISOString(),
  isNearExpiry: template.isNearExpiry,
  isDemo: template.isDemo,
  note: template.note,
  outlets: outlets.slice(0, OUTLETS_SHOWN).map(({ id, name }) => ({ id, name })),
  outletCount: outlets.length,
})

export const presentCouponTemplate = (
  template: CouponTemplate,
  outlets: Outlets,
  mine: { claimedByMe: number; myCouponId: string | null; refusal: ErrorCode | null },
): Wire.CouponTemplate => ({
  id: template.id,
  ...presentRule(template, outlets),
  ...claimable(template),
  totalCount: template.totalCount,
  ...mine,
})

export const presentCoupon = (
  coupon: Coupon,
  template: CouponTemplate,
  outlets: Outlets,
  now: Date,
): Wire.Coupon => ({
  id: coupon.id,
  templateId: coupon.templateId,
  ...presentRule(template, outlets),
  validUntil: coupon.validUntil.toISOString(),
  status: coupon.status === 'unused' && coupon.validUntil <= now ? 'expired' : coupon.status,
  claimedAt: coupon.claimedAt.toISOString(),
  usedAt: coupon.usedAt?.toISOString() ?? null,
  usedOutletName: outlets.find((outlet) => outlet.id === coupon.usedOutletId)?.name ?? null,
})

export const presentRedemption = (
  redemption: Redemption,
  template: CouponTemplate,
  outletName: string,
  customerTail: string | null,
): Wire.Redemption => ({
  id: redemption.id,
  couponId: redemption.couponId,
  outletId: redemption.outletId,
  outletName,
  title: template.title,
  faceValueFen: template.faceValueFen,
  minSpendFen: template.minSpendFen,
  discountFen: redemption.discountFen,
  governmentFen: redemption.governmentFen,
  merchantFen: redemption.merchantFen,
  customerTail,
  redeemedAt: redemption.redeemedAt.toISOString(),
  reversedAt: redemption.reversedAt?.toISOString() ?? null,
  reversibleUntil: reversibleUntil(redemption).toISOString(),
  isDemo: template.isDemo,
})

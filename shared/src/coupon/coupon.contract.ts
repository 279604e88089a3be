import * as z from 'zod/mini'
import { defineEndpoint } from '../http/endpoint.js'
import type { ErrorCode } from '../http/error-codes.js'
import { page, pageQuery } from '../http/page.js'
import { fen, id, instant } from '../http/primitives.js'

export const couponTemplateStatuses = ['draft', 'published', 'paused', 'ended'] as const
export type CouponTemplateStatus = (typeof couponTemplateStatuses)[number]

/** 用户券状态: 未使用, 已使用, 已过期. */
export const couponStatuses = ['unused', 'used', 'expired'] as const
export type CouponStatus = (typeof couponStatuses)[number]

const outletRef = z.object({ id, name: z.string() })

/** 券的规则 both sides reckon with: 满 minSpendFen 减 faceValueFen, of which the government pays `governmentFen`. */
const rule = {
  title: z.string(),
  faceValueFen: fen,
  minSpendFen: fen,
  governmentFen: fen,
  validFrom: instant,
  validUntil: instant,
  /** 临期食品: food near its best-before date. */
  isNearExpiry: z.boolean(),
  isDemo: z.boolean(),
  note: z.nullable(z.string()),
  /** The first three outlets where it can be used, and how many there are. */
  outlets: z.array(outletRef),
  outletCount: z.int(),
}

/** 券模板: what residents claim coupons from. `refusal` says why the caller cannot claim now, null when they can. */
export const couponTemplate = z.object({
  id,
  ...rule,
  status: z.enum(couponTemplateStatuses),
  totalCount: z.int(),
  remainingCount: z.int(),
  perPersonLimit: z.int(),
  claimFrom: instant,
  claimUntil: instant,
  claimedByMe: z.int(),
  /** My coupon of this template that can still be used, the one that ends first. */
  myCouponId: z.nullable(id),
  refusal: z.nullable(z.string()) as z.ZodMiniType<ErrorCode | null, ErrorCode | null>,
})
export type CouponTemplate = z.infer<typeof couponTemplate>

export const listCouponTemplates = defineEndpoint({
  method: 'GET',
  path: '/coupon-templates',
  summary: '券列表：能领的在前，不能领的带原因；登录后按本人情况判断',
  access: 'public',
  query: z.object({ outletId: z.optional(id), circleId: z.optional(id), ...pageQuery }),
  response: page(couponTemplate),
  errors: ['CIRCLE_UNKNOWN'],
})

/** 用户券: one claimed coupon, owned by one resident. */
export const coupon = z.object({
  id,
  templateId: id,
  ...rule,
  status: z.enum(couponStatuses),
  claimedAt: instant,
  usedAt: z.nullable(instant),
  usedOutletName: z.nullable(z.string()),
})
export type Coupon = z.infer<typeof coupon>

export const claimCoupon = defineEndpoint({
  method: 'POST',
  path: '/coupon-templates/:templateId/claims',
  summary: '领券',
  access: 'resident',
  idempotent: true,
  params: z.object({ templateId: id }),
  response: coupon,
  errors: [
    'COUPON_TEMPLATE_UNKNOWN',
    'COUPON_NOT_PUBLISHED',
    'COUPON_PAUSED',
    'COUPON_CLAIM_NOT_STARTED',
    'COUPON_CLAIM_ENDED',
    'COUPON_SOLD_OUT',
    'COUPON_CLAIM_LIMIT_REACHED',
  ],
})

export const listMyCoupons = defineEndpoint({
  method: 'GET',
  path: '/me/coupons',
  summary: '我的券，按状态',
  access: 'resident',
  query: z.object({ status: z.optional(z.enum(couponStatuses)), ...pageQuery }),
  response: page(coupon),
})

export const getMyCoupon = defineEndpoint({
  method: 'GET',
  path: '/me/coupons/:couponId',
  summary: '我的一张券',
  access: 'resident',
  params: z.object({ couponId: id }),
  response: coupon,
  errors: ['COUPON_UNKNOWN'],
})

/** 券码: shown for at most 60 seconds; `code` goes into the QR picture, `digits` are read aloud or typed. */
export const couponCode = z.object({
  code: z.string(),
  digits: z.string().check(z.regex(/^\d{8}$/)),
  expiresAt: instant,
  ttlSeconds: z.int().check(z.minimum(1), z.maximum(60)),
})
export type CouponCode = z.infer<typeof couponCode>

export const issueCouponCode = defineEndpoint({
  method: 'POST',
  path: '/me/coupons/:couponId/codes',
  summary: '出示券码：签名、60 秒内有效、换新后旧码作废',
  access: 'resident',
  params: z.object({ couponId: id }),
  response: couponCode,
  errors: ['COUPON_UNKNOWN', 'COUPON_ALREADY_USED', 'COUPON_EXPIRED', 'COUPON_NOT_YET_VALID'],
})

/** 核销: one coupon used once in one outlet. */
export const redemption = z.object({
  id,
  couponId: id,
  outletId: id,
  outletName: z.string(),
  title: z.string(),
  faceValueFen: fen,
  minSpendFen: fen,
  /** What the clerk takes off this bill, and who bears it. */
  discountFen: fen,
  governmentFen: fen,
  merchantFen: fen,
  customerTail: z.nullable(z.string()),
  redeemedAt: instant,
  reversedAt: z.nullable(instant),
  reversibleUntil: instant,
  isDemo: z.boolean(),
})
export type Redemption = z.infer<typeof redemption>

const redemptionRefusals = [
  'COUPON_CODE_INVALID',
  'COUPON_CODE_EXPIRED',
  'COUPON_ALREADY_USED',
  'COUPON_EXPIRED',
  'COUPON_NOT_YET_VALID',
  'COUPON_OUTLET_MISMATCH',
  'COUPON_MIN_SPEND_NOT_MET',
  'OUTLET_UNKNOWN',
  'OUTLET_NOT_YOURS',
] as const

export const redeemCoupon = defineEndpoint({
  method: 'POST',
  path: '/redemptions',
  summary: '核销：扫到的券码或 8 位数字',
  access: 'merchant',
  idempotent: true,
  body: z.object({
    code: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    outletId: id,
    /** The bill before the coupon; when given, the minimum spend is checked. */
    amountFen: z.optional(fen),
  }),
  response: z.object({ ...redemption.shape, todayCount: z.int() }),
  errors: redemptionRefusals,
})

export const reverseRedemption = defineEndpoint({
  method: 'POST',
  path: '/redemptions/:redemptionId/reversal',
  summary: '撤销核销：5 分钟内，券退回顾客',
  access: 'merchant',
  idempotent: true,
  params: z.object({ redemptionId: id }),
  response: redemption,
  errors: [
    'REDEMPTION_UNKNOWN',
    'REDEMPTION_ALREADY_REVERSED',
    'REDEMPTION_REVERSAL_TOO_LATE',
    'OUTLET_NOT_YOURS',
  ],
})

export const listOutletRedemptions = defineEndpoint({
  method: 'GET',
  path: '/merchant/outlets/:outletId/redemptions',
  summary: '本店核销记录，新的在前，附今天的合计',
  access: 'merchant',
  params: z.object({ outletId: id }),
  query: z.object(pageQuery),
  response: z.object({
    items: z.array(redemption),
    nextCursor: z.nullable(z.string()),
    today: z.object({ count: z.int(), discountFen: fen, governmentFen: fen }),
  }),
  errors: ['OUTLET_UNKNOWN', 'OUTLET_NOT_YOURS'],
})

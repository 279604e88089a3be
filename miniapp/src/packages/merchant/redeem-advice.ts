import type { ErrorCode } from '@yikezhong/shared/http/error-codes'

const payInFull = '这单请按原价收。'

const advice: Partial<Record<ErrorCode, string>> = {
  COUPON_CODE_INVALID: '请顾客打开「出示给店员」那一页，再扫一次，或者报上面的 8 位数。',
  COUPON_CODE_EXPIRED: '请顾客的券码换出新的一张，再扫一次。截图不能用。',
  COUPON_ALREADY_USED: `${payInFull}用券的时间和店名，顾客在「我的券·已使用」里能看到。`,
  COUPON_EXPIRED: payInFull,
  COUPON_NOT_YET_VALID: `${payInFull}到了使用日期再来。`,
  COUPON_OUTLET_MISMATCH: '能用的店写在顾客的券码页上。如果门店选错了，回工作台换一家再扫。',
  COUPON_MIN_SPEND_NOT_MET: '加到门槛再扫，或者按原价收。',
  OUTLET_UNKNOWN: '回工作台换一家门店。',
  OUTLET_NOT_YOURS: '回工作台换一家门店，或者请店主把您加为店员。',
  RATE_LIMITED: '等一分钟再试。',
  IDEMPOTENCY_IN_PROGRESS: '上一次还在办，等几秒再试。',
}

/** What the clerk does next after a refusal. */
export const redeemAdvice = (code: ErrorCode): string => advice[code] ?? '请再试一次；还不行，先按原价收。'

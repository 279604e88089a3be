/** One attempt to redeem one code in one outlet. */
export interface RedeemAttempt {
  code: string
  outletId: string
  amountFen?: number
  /** Idempotency key. */
  requestNo: string
  /** True while the server's answer is unknown: sent, and no answer came back. */
  isOpen: boolean
}

type Wanted = Pick<RedeemAttempt, 'code' | 'outletId' | 'amountFen'>

/**
 * The attempt to send for this code. After a lost answer the same code goes out under the same number, so the
 * coupon is redeemed once however often the clerk tries; an answered attempt is over and gets a new number.
 */
export function nextAttempt(
  last: RedeemAttempt | null,
  wanted: Wanted,
  newRequestNo: () => string,
): RedeemAttempt {
  const repeats =
    last?.isOpen &&
    last.code === wanted.code &&
    last.outletId === wanted.outletId &&
    last.amountFen === wanted.amountFen
  return repeats ? last : { ...wanted, requestNo: newRequestNo(), isOpen: true }
}

/** What was typed, reduced to at most 8 digits; full-width digits from Chinese keyboards count. */
export const typedDigits = (text: string) =>
  text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\D/g, '')
    .slice(0, 8)

/** `4:52` until `until`, or null when it has passed. */
export function countdown(until: string, now: number): string | null {
  const seconds = Math.ceil((Date.parse(until) - now) / 1000)
  if (!(seconds > 0)) return null
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** 26419305 -> `2641 9305`, as far as it has been typed. */
export const spacedDigits = (digits: string) =>
  digits.length > 4 ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits

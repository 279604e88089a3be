import type { CouponCode } from '@yikezhong/shared/coupon/coupon.contract'

/** A new code is fetched this long before the shown one runs out, so a clerk never scans a dead one. */
const renewBeforeMs = 5_000

/** 券码 as it arrived: `receivedAt` is this phone's clock, so a phone whose clock is wrong still counts right. */
export interface ShownCode {
  code: CouponCode
  receivedAt: number
}

export interface CodeClock {
  secondsLeft: number
  /** Filled part of the ring, 1 when fresh and 0 when it runs out. */
  share: number
  isValid: boolean
  isDueForRenewal: boolean
}

/** Where a shown code stands at `now`. */
export function codeClock({ code, receivedAt }: ShownCode, now: number): CodeClock {
  const ttlMs = code.ttlSeconds * 1000
  const leftMs = Math.min(ttlMs, Math.max(0, receivedAt + ttlMs - now))
  return {
    secondsLeft: Math.ceil(leftMs / 1000),
    share: leftMs / ttlMs,
    isValid: leftMs > 0,
    isDueForRenewal: leftMs <= Math.min(renewBeforeMs, ttlMs / 2),
  }
}

/** 26419305 -> `2641 9305`, the way people read it aloud. */
export const spacedDigits = (digits: string) => `${digits.slice(0, 4)} ${digits.slice(4)}`

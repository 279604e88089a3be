import type { Coupon } from '@yikezhong/shared/coupon/coupon.contract'
import { ApiError } from '@/lib/api-client'
import type { CodeClock } from './code-clock'

/**
 * What the code page shows. `changing`: no code to show yet, one is on its way. `offline`: the shown code ran out and a
 * new one cannot be fetched. `refused`: the server will give no code for this coupon now.
 */
export type CodeView = 'valid' | 'changing' | 'offline' | 'refused' | 'used' | 'expired'

interface Facts {
  coupon: Pick<Coupon, 'status' | 'validUntil'>
  clock: CodeClock | null
  error: unknown
  now: Date
}

/** A code that still counts stays on screen whatever happens to the network meanwhile. */
export function codeView({ coupon, clock, error, now }: Facts): CodeView {
  if (coupon.status === 'used') return 'used'
  if (coupon.status === 'expired' || now >= new Date(coupon.validUntil)) return 'expired'
  if (clock?.isValid) return 'valid'
  if (error instanceof ApiError && isRefusal(error)) return 'refused'
  return error ? 'offline' : 'changing'
}

const isRefusal = ({ code }: ApiError) => code.startsWith('COUPON_')

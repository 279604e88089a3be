import { ApiError, NetworkError } from '@/lib/api-client'
import { codeView } from './code-view'

const now = new Date('2026-07-12T03:52:00.000Z')
const coupon = { status: 'unused' as const, validUntil: '2026-07-31T13:00:00.000Z' }
const clock = { secondsLeft: 42, share: 0.7, isValid: true, isDueForRenewal: false }
const over = { secondsLeft: 0, share: 0, isValid: false, isDueForRenewal: true }
const base = { coupon, clock, error: null, now }

it.each([
  ['valid', base],
  ['valid', { ...base, error: new NetworkError() }],
  ['changing', { ...base, clock: null }],
  ['changing', { ...base, clock: over }],
  ['offline', { ...base, clock: over, error: new NetworkError() }],
  ['offline', { ...base, clock: null, error: new ApiError('SERVICE_UNAVAILABLE', '服务正忙') }],
  ['refused', { ...base, clock: null, error: new ApiError('COUPON_NOT_YET_VALID', '还没到使用时间') }],
  ['used', { ...base, coupon: { ...coupon, status: 'used' as const } }],
  ['expired', { ...base, coupon: { ...coupon, status: 'expired' as const } }],
  ['expired', { ...base, now: new Date(coupon.validUntil) }],
])('shows %s', (view, facts) => {
  expect(codeView(facts)).toBe(view)
})

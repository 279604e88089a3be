import { discountOf, useRefusal } from './redeem-rule.js'

const coupon = {
  status: 'unused',
  validFrom: '2026-01-01T00:00:00.000Z',
  validUntil: '2026-02-01T00:00:00.000Z',
} as const

describe('useRefusal', () => {
  it('lets a valid coupon be used', () => expect(useRefusal(coupon, new Date('2026-01-15'))).toBeNull())
  it.each([
    ['used', { status: 'used' }, '2026-01-15', 'COUPON_ALREADY_USED'],
    ['expired at the very end', {}, coupon.validUntil, 'COUPON_EXPIRED'],
    ['not yet valid', {}, '2025-12-31', 'COUPON_NOT_YET_VALID'],
  ] as const)('refuses one that is %s', (_, change, now, refusal) =>
    expect(useRefusal({ ...coupon, ...change }, new Date(now))).toBe(refusal),
  )
})

describe('discountOf', () => {
  const rule = { faceValueFen: 800, minSpendFen: 3000, governmentFen: 480 }

  it('splits the face value when the bill is not known', () =>
    expect(discountOf(rule)).toEqual({ discountFen: 800, governmentFen: 480, merchantFen: 320 }))
  it('refuses a bill one fen under the minimum', () => expect(discountOf(rule, 2999)).toBeNull())
  it('never takes off more than the bill, and every fen is borne by someone', () => {
    for (let amount = 0; amount < 1000; amount += 7) {
      const discount = discountOf({ ...rule, minSpendFen: 0 }, amount)
      expect(discount?.discountFen).toBe(Math.min(amount, 800))
      expect((discount?.governmentFen ?? 0) + (discount?.merchantFen ?? 0)).toBe(discount?.discountFen)
      expect(discount?.governmentFen).toBeLessThanOrEqual(480)
    }
  })
})

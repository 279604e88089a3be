import { claimRefusal } from './claim-rule.js'

const template = {
  status: 'published',
  claimFrom: '2026-01-01T00:00:00.000Z',
  claimUntil: '2026-12-31T00:00:00.000Z',
  remainingCount: 1,
  perPersonLimit: 1,
} as const
const june = new Date('2026-06-01')

describe('claimRefusal', () => {
  it('lets a resident claim in the window', () => expect(claimRefusal(template, 0, june)).toBeNull())

  it.each([
    ['a draft', { status: 'draft' }, 0, june, 'COUPON_NOT_PUBLISHED'],
    ['a paused template', { status: 'paused' }, 0, june, 'COUPON_PAUSED'],
    ['an ended template', { status: 'ended' }, 0, june, 'COUPON_CLAIM_ENDED'],
    ['before the window', {}, 0, new Date('2025-12-31T23:59:59.999Z'), 'COUPON_CLAIM_NOT_STARTED'],
    ['at the very end of the window', {}, 0, new Date(template.claimUntil), 'COUPON_CLAIM_ENDED'],
    ['no stock', { remainingCount: 0 }, 0, june, 'COUPON_SOLD_OUT'],
    ['the person who already has one', {}, 1, june, 'COUPON_CLAIM_LIMIT_REACHED'],
    ['the person who took the last one', { remainingCount: 0 }, 1, june, 'COUPON_CLAIM_LIMIT_REACHED'],
  ] as const)('refuses %s', (_, change, mine, now, refusal) =>
    expect(claimRefusal({ ...template, ...change }, mine, now)).toBe(refusal),
  )
})

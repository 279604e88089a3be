/** News of this module, sent through the outbox after commit; payloads are ids. */
export const couponClaimed = 'coupon.claimed'
export const couponRedeemed = 'coupon.redeemed'
export const redemptionReversed = 'redemption.reversed'

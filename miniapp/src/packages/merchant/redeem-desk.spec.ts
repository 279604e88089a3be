import { redeemCoupon } from '@yikezhong/shared/coupon/coupon.contract'
import { errorCodes } from '@yikezhong/shared/http/error-codes'
import { ApiError, NetworkError } from '@/lib/api-client'
import { redeemAdvice } from './redeem-advice'
import { outcomeOf, useRedeemDesk } from './redeem-desk'

beforeEach(() => useRedeemDesk.setState({ attempt: null, outcome: null }))

it('sends the same request number again after a lost answer', () => {
  const { begin, finish } = useRedeemDesk.getState()
  const first = begin('26419305', '5')
  finish(outcomeOf(new NetworkError()))
  expect(useRedeemDesk.getState().outcome).toEqual({ kind: 'unknown' })
  expect(begin('26419305', '5').requestNo).toBe(first.requestNo)
})

it('takes a new request number after a refusal', () => {
  const { begin, finish } = useRedeemDesk.getState()
  const first = begin('26419305', '5')
  finish(outcomeOf(new ApiError('COUPON_CODE_EXPIRED', errorCodes.COUPON_CODE_EXPIRED[1])))
  expect(begin('26419305', '5').requestNo).not.toBe(first.requestNo)
})

it('treats a broken server like a lost answer', () => {
  expect(outcomeOf(new ApiError('INTERNAL', '服务出了点问题')).kind).toBe('unknown')
  expect(outcomeOf(new ApiError('SERVICE_UNAVAILABLE', '服务正忙')).kind).toBe('unknown')
})

it('has advice of its own for every refusal of redeemCoupon', () => {
  const fallback = redeemAdvice('NOT_FOUND')
  for (const code of redeemCoupon.errors) expect([code, redeemAdvice(code)]).not.toEqual([code, fallback])
})

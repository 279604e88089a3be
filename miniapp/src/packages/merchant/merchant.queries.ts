import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  listOutletRedemptions,
  redeemCoupon,
  reverseRedemption,
} from '@yikezhong/shared/coupon/coupon.contract'
import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import { listMerchantOutlets } from '@yikezhong/shared/outlet/outlet.contract'
import { call } from '@/lib/api-client'
import { useSession } from '@/platform/session'
import type { RedeemAttempt } from './redeem-attempt'

export type MerchantOutlet = ResponseOf<typeof listMerchantOutlets>['items'][number]
export type Redeemed = ResponseOf<typeof redeemCoupon>

const redemptionsOf = (outletId: string) => ['me', 'redemptions', outletId]

/** 我可以核销的网点. */
export function useMerchantOutlets() {
  const isLoggedIn = useSession((state) => state.token !== null)
  return useQuery({
    queryKey: ['me', 'merchant-outlets'],
    queryFn: () => call(listMerchantOutlets, {}),
    enabled: isLoggedIn,
  })
}

/** 本店核销记录: the latest ten and today's sums. */
export const useRedemptions = (outletId: string) =>
  useQuery({
    queryKey: redemptionsOf(outletId),
    queryFn: () => call(listOutletRedemptions, { params: { outletId }, query: { limit: 10 } }),
  })

/** 核销. The attempt carries its own request number, so sending it twice redeems once. */
export function useRedeem() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ code, outletId, amountFen, requestNo }: RedeemAttempt) =>
      call(redeemCoupon, { body: { code, outletId, amountFen } }, { idempotencyKey: requestNo }),
    onSuccess: (_, { outletId }) => client.invalidateQueries({ queryKey: redemptionsOf(outletId) }),
  })
}

interface Reversal {
  redemptionId: string
  outletId: string
  requestNo: string
}

/** 撤销核销. */
export function useReverse() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ redemptionId, requestNo }: Reversal) =>
      call(reverseRedemption, { params: { redemptionId } }, { idempotencyKey: requestNo }),
    onSuccess: (_, { outletId }) => client.invalidateQueries({ queryKey: redemptionsOf(outletId) }),
  })
}

import { type CouponStatus, listMyCoupons } from '@yikezhong/shared/coupon/coupon.contract'
import { call } from '@/lib/api-client'
import { useSeenQuery } from '@/platform/last-seen'
import { useSession } from '@/platform/session'

/** 我的券 of one state, newest first. */
export function useMyCoupons(status: CouponStatus) {
  const isLoggedIn = useSession((state) => state.token !== null)
  return useSeenQuery({
    queryKey: ['me', 'coupons', status],
    queryFn: () => call(listMyCoupons, { query: { status, limit: 100 } }),
    enabled: isLoggedIn,
  })
}

import { useQuery } from '@tanstack/react-query'
import { getMyCoupon, issueCouponCode } from '@yikezhong/shared/coupon/coupon.contract'
import { call } from '@/lib/api-client'
import { useSession } from '@/platform/session'
import type { ShownCode } from './code-clock'

/** How often an open code page asks whether the clerk has redeemed it. */
const pollMs = 3_000

/** 我的一张券, polled while its page is visible and it can still change. */
export function useMyCoupon(couponId: string, isVisible: boolean) {
  const isLoggedIn = useSession((state) => state.token !== null)
  return useQuery({
    queryKey: ['me', 'coupon', couponId],
    queryFn: () => call(getMyCoupon, { params: { couponId } }),
    enabled: isLoggedIn && couponId !== '',
    refetchInterval: ({ state }) => (isVisible && state.data?.status !== 'used' ? pollMs : false),
  })
}

/** 券码: a fresh one each time it is fetched. Never shared between pages and never kept. */
export const useCouponCode = (couponId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['me', 'coupon-code', couponId],
    queryFn: async (): Promise<ShownCode> => {
      const code = await call(issueCouponCode, { params: { couponId } })
      return { code, receivedAt: Date.now() }
    },
    enabled,
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
  })

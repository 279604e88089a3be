import { listCouponTemplates } from '@yikezhong/shared/coupon/coupon.contract'
import { call } from '@/lib/api-client'
import { useSeenQuery } from '@/platform/last-seen'
import { useSession } from '@/platform/session'

interface Filter {
  circleId?: string
  outletId?: string
  limit?: number
  enabled?: boolean
}

/** 可领的券, claimable ones first; the refusals in it are the person's own, so it is asked again after login. */
export function useCouponTemplates({ circleId, outletId, limit = 20, enabled = true }: Filter) {
  const residentId = useSession((state) => state.resident?.id ?? null)
  return useSeenQuery({
    queryKey: ['coupon-templates', { circleId, outletId, limit, residentId }],
    queryFn: () => call(listCouponTemplates, { query: { circleId, outletId, limit } }),
    enabled,
  })
}

import { useQueryClient } from '@tanstack/react-query'
import { useDidHide, useDidShow } from '@tarojs/taro'
import type { CouponStatus } from '@yikezhong/shared/coupon/coupon.contract'
import { useEffect, useState } from 'react'
import { useNow } from '@/platform/clock'
import { brightenScreen } from './bright-screen'
import { codeClock } from './code-clock'
import { codeView } from './code-view'
import { useCouponCode, useMyCoupon } from './coupon.queries'

/** After a failed renewal the next try waits this long. */
const retryAfterMs = 3_000

function useIsVisible() {
  const [isVisible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  return isVisible
}

/** When the clerk redeems the coupon, the lists behind this page are out of date. */
function useFreshLists(status: CouponStatus | undefined) {
  const client = useQueryClient()
  useEffect(() => {
    if (status !== 'used') return
    void client.invalidateQueries({ queryKey: ['me', 'coupons'] })
    void client.invalidateQueries({ queryKey: ['coupon-templates'] })
  }, [status, client])
}

/** 出示券码: the coupon, its code while it is unused, and what to show of them this second. */
export function useShownCode(couponId: string) {
  const isVisible = useIsVisible()
  const now = useNow(1000)
  const couponQuery = useMyCoupon(couponId, isVisible)
  const coupon = couponQuery.data
  const isWanted = isVisible && coupon?.status === 'unused'
  const codeQuery = useCouponCode(couponId, isWanted)
  const clock = codeQuery.data ? codeClock(codeQuery.data, now.getTime()) : null
  const view = coupon ? codeView({ coupon, clock, error: codeQuery.error, now }) : null
  const isDue =
    isWanted &&
    (view === 'valid' ? clock?.isDueForRenewal : view === 'changing' || view === 'offline') &&
    !codeQuery.isFetching &&
    now.getTime() - codeQuery.errorUpdatedAt > retryAfterMs
  const { refetch } = codeQuery
  useEffect(() => {
    if (isDue) void refetch()
  }, [isDue, refetch])
  useFreshLists(coupon?.status)
  const isShown = isVisible && view === 'valid'
  useEffect(() => (isShown ? brightenScreen() : undefined), [isShown])
  return { couponQuery, codeQuery, coupon, clock, view }
}

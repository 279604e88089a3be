import { View } from '@tarojs/components'
import { type CouponStatus, couponStatuses } from '@yikezhong/shared/coupon/coupon.contract'
import { useState } from 'react'
import { CouponCard } from '@/features/coupon/CouponCard'
import { couponFace } from '@/features/coupon/coupon-face'
import { useNow } from '@/platform/clock'
import { useSession } from '@/platform/session'
import { Chip } from '@/ui/Chip'
import { LoginBlock } from '@/ui/LoginBlock'
import { EmptyBlock } from '@/ui/StateBlocks'
import { ListStates } from './ListStates'
import { useMyCoupons } from './my-coupons.queries'

const names: Record<CouponStatus, string> = { unused: '未使用', used: '已使用', expired: '已过期' }

/** 我的券 by state. */
export function MyCoupons({ onClaim }: { onClaim: () => void }) {
  const isLoggedIn = useSession((state) => state.token !== null)
  const [status, setStatus] = useState<CouponStatus>('unused')
  const query = useMyCoupons(status)
  const now = useNow()
  if (!isLoggedIn) return <LoginBlock title="登录后看我的券" reason="领到的券记在您的名下，登录后能看到。" />
  const items = query.data?.items ?? []
  return (
    <>
      <View className="yk-chips">
        {couponStatuses.map((value) => (
          <Chip key={value} text={names[value]} on={value === status} onPress={() => setStatus(value)} />
        ))}
      </View>
      <ListStates query={query} errorTitle="没有打开我的券">
        {items.map((coupon) => (
          <CouponCard key={coupon.id} face={couponFace(coupon, now)} />
        ))}
        {items.length === 0 && (
          <EmptyBlock
            title={`没有${names[status]}的券`}
            actions={status === 'unused' ? [{ text: '去领券', onPress: onClaim }] : []}
          />
        )}
      </ListStates>
    </>
  )
}

import { View } from '@tarojs/components'
import type { Coupon } from '@yikezhong/shared/coupon/coupon.contract'
import { momentLabel } from '@/lib/format'
import { Icon } from '@/ui/Icon'
import { named } from '@/ui/named'
import './coupon-end.scss'

interface Props {
  coupon: Coupon
  view: 'used' | 'expired'
  now: Date
}

/** In the place of the code once the coupon is over: used where and when, or expired. */
export function CouponEnd({ coupon, view, now }: Props) {
  const isUsed = view === 'used'
  return (
    <View className={`coupon-end coupon-end--${view}`} {...named({ role: 'status' })}>
      <View className="coupon-end__mark">
        <Icon name={isUsed ? 'check' : 'clock'} size={44} />
      </View>
      <View className="coupon-end__title">{isUsed ? '已经用了' : '已过期'}</View>
      {isUsed && coupon.usedAt && (
        <View className="coupon-end__line">
          {momentLabel(coupon.usedAt, now)} · {coupon.usedOutletName}
        </View>
      )}
      <View className="coupon-end__note">
        {isUsed ? '店员核错了，5 分钟内可以撤销，券会退回这里。' : '过了使用日期的券不能再用。'}
      </View>
    </View>
  )
}

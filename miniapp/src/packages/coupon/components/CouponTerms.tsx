import { Text, View } from '@tarojs/components'
import type { Coupon } from '@yikezhong/shared/coupon/coupon.contract'
import type { ReactNode } from 'react'
import { momentLabel, yuan } from '@/lib/format'
import { open } from '@/platform/navigate'
import { Pressable } from '@/ui/Pressable'
import './coupon-terms.scss'

const Term = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="coupon-terms__row">
    <Text className="coupon-terms__name">{name}</Text>
    <View className="coupon-terms__value">{children}</View>
  </View>
)

const rule = ({ faceValueFen, minSpendFen }: Coupon) =>
  minSpendFen > 0
    ? `一单满 ${yuan(minSpendFen)} 元，少付 ${yuan(faceValueFen)} 元`
    : `一单少付 ${yuan(faceValueFen)} 元`

/** Where, until when and how a coupon is used. */
export function CouponTerms({ coupon, now }: { coupon: Coupon; now: Date }) {
  const others = coupon.outletCount - coupon.outlets.length
  return (
    <View className="coupon-terms">
      <Term name="用在">
        {coupon.outlets.map(({ id, name }) => (
          <Pressable
            key={id}
            role="link"
            className="coupon-terms__outlet"
            label={`看看 ${name}`}
            onPress={() => open('outlet', { id })}
          >
            {name}
          </Pressable>
        ))}
        {others > 0 && <View>等 {coupon.outletCount} 家</View>}
      </Term>
      <Term name="有效期">{momentLabel(coupon.validUntil, now)} 前</Term>
      <Term name="怎么用">{rule(coupon)}</Term>
      {coupon.note && <Term name="说明">{coupon.note}</Term>}
    </View>
  )
}

import { View } from '@tarojs/components'
import { CouponCard } from '@/features/coupon/CouponCard'
import { useCouponTemplates } from '@/features/coupon/coupon.queries'
import { templateFace } from '@/features/coupon/coupon-face'
import { useClaimCoupon } from '@/features/coupon/use-claim-coupon'
import { useNow } from '@/platform/clock'
import { Heading } from '@/ui/Heading'

/** 券 that can be used in this outlet; nothing when there is none. */
export function Coupons({ outletId }: { outletId: string }) {
  const now = useNow()
  const templates = useCouponTemplates({ outletId }).data?.items ?? []
  const { claim, claimingId } = useClaimCoupon()
  if (templates.length === 0) return null
  return (
    <View className="outlet-coupons">
      <Heading className="yk-spoken">这家能用的券</Heading>
      {templates.map((template) => (
        <CouponCard
          key={template.id}
          face={templateFace(template, now)}
          claiming={claimingId === template.id}
          onClaim={claim}
        />
      ))}
    </View>
  )
}

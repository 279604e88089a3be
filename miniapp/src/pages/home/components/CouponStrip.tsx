import { View } from '@tarojs/components'
import { useHere } from '@/features/circle/use-here'
import { CouponMini } from '@/features/coupon/CouponCard'
import { useCouponTemplates } from '@/features/coupon/coupon.queries'
import { templateFace } from '@/features/coupon/coupon-face'
import { useClaimCoupon } from '@/features/coupon/use-claim-coupon'
import { useNow } from '@/platform/clock'
import { openTab } from '@/platform/navigate'
import { Button } from '@/ui/Button'
import { named } from '@/ui/named'
import { Panel } from '@/ui/Panel'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'

const toCoupons = () => openTab('coupons')

/** 今天能领的券: a strip, claimed in place. */
export function CouponStrip() {
  const { circle } = useHere()
  const now = useNow()
  const templates = useCouponTemplates({ circleId: circle?.id, enabled: circle !== null })
  const { claim, claimingId } = useClaimCoupon()
  const items = templates.data?.items
  const claimable = items?.filter(({ refusal }) => refusal === null) ?? []
  const shown = (claimable.length > 0 ? claimable : (items ?? [])).slice(0, 8)
  return (
    <>
      <Section
        title="今天能领的券"
        sub={items && `${claimable.length} 张`}
        more={{ text: '领券中心', label: '去领券中心', onPress: toCoupons }}
      />
      {items ? (
        <View className="home-strip" {...named({ role: 'group', label: '今天能领的券' })}>
          {shown.map((template) => (
            <CouponMini
              key={template.id}
              face={templateFace(template, now)}
              claiming={claimingId === template.id}
              onClaim={claim}
            />
          ))}
        </View>
      ) : (
        !templates.isError && <Skeleton shape="tickets" />
      )}
      {items?.length === 0 && <Panel padded>现在没有能领的券。有新的会放在这里。</Panel>}
      {!items && templates.isError && (
        <Panel padded className="home-quiet">
          券没有取到。
          <Button size="small" kind="ghost" text="重试" onPress={() => void templates.refetch()} />
        </Panel>
      )}
    </>
  )
}

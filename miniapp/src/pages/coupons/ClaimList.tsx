import { View } from '@tarojs/components'
import type { CouponTemplate } from '@yikezhong/shared/coupon/coupon.contract'
import { useState } from 'react'
import { useCircles } from '@/features/circle/circle.queries'
import { useHere } from '@/features/circle/use-here'
import { CouponCard } from '@/features/coupon/CouponCard'
import { useCouponTemplates } from '@/features/coupon/coupon.queries'
import { templateFace } from '@/features/coupon/coupon-face'
import { useClaimCoupon } from '@/features/coupon/use-claim-coupon'
import { useNow } from '@/platform/clock'
import { Chip } from '@/ui/Chip'
import { EmptyBlock } from '@/ui/StateBlocks'
import { ListStates } from './ListStates'

const scopes = ['near', 'all', 'near-expiry'] as const
type Scope = (typeof scopes)[number]
const scopeNames: Record<Scope, string> = { near: '步行近的', all: '全部', 'near-expiry': '临期食品' }

/** 可领的券 of my circle, or of the whole city. */
export function useClaimable(scope: Scope) {
  const circles = useCircles()
  const { circle } = useHere()
  const templates = useCouponTemplates({
    circleId: scope === 'near' ? circle?.id : undefined,
    limit: 100,
    enabled: scope !== 'near' || !circles.isPending,
  })
  const items = templates.data?.items ?? []
  return { templates, items: scope === 'near-expiry' ? items.filter((item) => item.isNearExpiry) : items }
}

export const claimableCount = (items: readonly CouponTemplate[]) =>
  items.filter(({ refusal }) => refusal === null).length

const Scopes = ({ scope, onChange }: { scope: Scope; onChange: (scope: Scope) => void }) => (
  <View className="yk-chips">
    {scopes.map((value) => (
      <Chip key={value} text={scopeNames[value]} on={value === scope} onPress={() => onChange(value)} />
    ))}
  </View>
)

/** 可领: claim here, or use what is already claimed. */
export function ClaimList() {
  const [scope, setScope] = useState<Scope>('near')
  const { templates, items } = useClaimable(scope)
  const { claim, claimingId } = useClaimCoupon()
  const now = useNow()
  return (
    <>
      <Scopes scope={scope} onChange={setScope} />
      <ListStates query={templates} errorTitle="没有打开领券中心">
        {items.map((template) => (
          <CouponCard
            key={template.id}
            face={templateFace(template, now)}
            claiming={claimingId === template.id}
            onClaim={claim}
          />
        ))}
        {items.length === 0 && <NothingToClaim scope={scope} onAll={() => setScope('all')} />}
      </ListStates>
    </>
  )
}

const NothingToClaim = ({ scope, onAll }: { scope: Scope; onAll: () => void }) => (
  <EmptyBlock
    title={scope === 'near-expiry' ? '现在没有临期食品券' : '这里现在没有券'}
    text={scope === 'all' ? '新券一发放就会出现在这里。' : '别的生活圈可能有。'}
    actions={scope === 'all' ? [] : [{ text: '看全部的券', onPress: onAll }]}
  />
)

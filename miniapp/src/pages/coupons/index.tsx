import { View } from '@tarojs/components'
import { useState } from 'react'
import { Page, TitleBar } from '@/ui/Page'
import { Segments } from '@/ui/Segments'
import { ClaimList, claimableCount, useClaimable } from './ClaimList'
import './index.scss'
import { MyCoupons } from './MyCoupons'
import { useMyCoupons } from './my-coupons.queries'

type Tab = 'claim' | 'mine'

const counted = (word: string, count: number | undefined) => (count ? `${word} ${count}` : word)

/** 优惠: what can be claimed, and what I hold. */
export default function CouponsPage() {
  const [tab, setTab] = useState<Tab>('claim')
  const claimable = claimableCount(useClaimable('near').items)
  const held = useMyCoupons('unused').data?.items.length
  const tabs = [
    { value: 'claim' as const, text: counted('可领', claimable) },
    { value: 'mine' as const, text: counted('我的券', held) },
  ]
  const bar = (
    <View className="coupons-head">
      <TitleBar title="领券中心" back={false} />
      <Segments label="券" look="tabs" options={tabs} value={tab} onChange={setTab} />
    </View>
  )
  return (
    <Page bar={bar}>
      <View className="coupons-list">
        {tab === 'claim' ? <ClaimList /> : <MyCoupons onClaim={() => setTab('claim')} />}
      </View>
    </Page>
  )
}

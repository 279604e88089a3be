import { Text, View } from '@tarojs/components'
import type { Outlet } from '@yikezhong/shared/outlet/outlet.contract'
import { useState } from 'react'
import { dayLabel, yuanExact } from '@/lib/format'
import { Button } from '@/ui/Button'
import { Heading } from '@/ui/Heading'
import { Panel } from '@/ui/Panel'

const shownAtFirst = 5

/** 价格公示: name, dotted leader, price, unit, and when the shop last said so. */
export function Prices({ outlet }: { outlet: Outlet }) {
  const [all, setAll] = useState(false)
  const { priceItems, pricesUpdatedOn, priceNote } = outlet
  if (priceItems.length === 0 && !priceNote) return null
  return (
    <Panel padded>
      <View className="outlet-panel-head">
        <Heading className="outlet-h2">价格公示</Heading>
        {pricesUpdatedOn && <Text className="outlet-aside">店家 {dayLabel(pricesUpdatedOn)}更新</Text>}
      </View>
      {priceItems.length === 0 && <View>{priceNote}</View>}
      {priceItems.slice(0, all ? undefined : shownAtFirst).map(({ name, priceFen, unit, note }) => (
        <View key={name} className="outlet-price">
          <Text className="outlet-price__name">{name}</Text>
          {note && <Text className="outlet-price__note">{note}</Text>}
          <View className="outlet-price__dots" />
          <Text className="outlet-price__fen">{yuanExact(priceFen)}</Text>
          <Text className="outlet-price__unit">{unit.startsWith('元') ? unit : `元/${unit}`}</Text>
        </View>
      ))}
      {!all && priceItems.length > shownAtFirst && (
        <Button full kind="quiet" text={`全部 ${priceItems.length} 项`} onPress={() => setAll(true)} />
      )}
    </Panel>
  )
}

import { Text, View } from '@tarojs/components'
import type { Outlet } from '@yikezhong/shared/outlet/outlet.contract'
import { Heading } from '@/ui/Heading'
import { Panel } from '@/ui/Panel'
import { Tag } from '@/ui/Tag'

const states = {
  yes: { text: '有', tone: 'good', icon: 'check' },
  no: { text: '没有', tone: 'plain', icon: 'close' },
  unknown: { text: '未核实', tone: 'warn', icon: 'info' },
} as const

/** 这家还能办, and 无障碍: 有, 没有 or 未核实, never a missing row read as 没有. */
export function Services({ outlet }: { outlet: Outlet }) {
  const { services, accessibility } = outlet
  if (services.length === 0 && accessibility.length === 0) return null
  return (
    <Panel padded>
      {services.length > 0 && (
        <>
          <Heading className="outlet-h2">这家还能办</Heading>
          <View className="outlet-services">
            {services.map(({ code, name }) => (
              <Text key={code} className="outlet-service">
                {name}
              </Text>
            ))}
          </View>
        </>
      )}
      {accessibility.length > 0 && (
        <>
          <Heading className="outlet-h2">无障碍</Heading>
          {accessibility.map(({ code, name, state }) => (
            <View key={code} className="outlet-access">
              <Text>{name}</Text>
              <Tag {...states[state]} />
            </View>
          ))}
        </>
      )}
    </Panel>
  )
}

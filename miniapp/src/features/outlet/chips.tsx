import { Text, View } from '@tarojs/components'
import type { OutletSummary } from '@yikezhong/shared/outlet/outlet.contract'
import { daysAgo, daysSince } from '@/lib/format'
import { useEdition } from '@/platform/edition'
import { Icon } from '@/ui/Icon'
import './chips.scss'
import { openState, staleAfterDays } from './open-state'
import { minutesAtPace, quarterMinutes } from './reach'

/** 步行: minutes on foot, at an older person's pace in the elder edition. Unknown is said, not guessed. */
export function WalkChip({ minutes }: { minutes: number | null }) {
  const elder = useEdition((state) => state.elder)
  if (minutes === null) return <Text className="yk-walk is-far">步行时间待算</Text>
  const mine = minutesAtPace(minutes, elder)
  return (
    <View className={`yk-walk ${mine > quarterMinutes ? 'is-far' : ''}`}>
      <Icon name={`dial-${Math.min(mine, quarterMinutes)}`} size={elder ? 20 : 16} />
      <Text>步行 {mine} 分钟</Text>
    </View>
  )
}

interface OpenProps {
  outlet: Pick<OutletSummary, 'status' | 'hours' | 'lastConfirmedOn'>
  now: Date
  /** False for what was remembered while offline. */
  live?: boolean
  /** Only the word, as in the elder edition. */
  brief?: boolean
}

/** 营业状态: the word carries the meaning, the dot helps. */
export function OpenChip({ outlet, now, live, brief }: OpenProps) {
  const { tone, word, detail } = openState(outlet, now, live)
  return (
    <View className={`yk-open yk-open--${tone}`}>
      <View className="yk-open__dot" />
      <Text>{word}</Text>
      {detail && !brief && <Text className="yk-open__detail">{detail}</Text>}
    </View>
  )
}

/** 确认: how long ago somebody saw that the record is true. */
export function FreshChip({ lastConfirmedOn, now }: { lastConfirmedOn: string | null; now: Date }) {
  if (!lastConfirmedOn) return <Text className="yk-fresh">未确认</Text>
  const days = daysSince(lastConfirmedOn, now)
  const words = `${daysAgo(lastConfirmedOn, now)}确认`
  if (days > staleAfterDays)
    return (
      <View className="yk-fresh yk-fresh--old">
        <Icon name="clock" size={13} />
        <Text>{words}</Text>
      </View>
    )
  return (
    <View className="yk-fresh">
      {days <= 30 && <Icon name="check" size={13} className="yk-fresh__tick" />}
      <Text>{words}</Text>
    </View>
  )
}

import { View } from '@tarojs/components'
import type { Outlet } from '@yikezhong/shared/outlet/outlet.contract'
import { dayLabel, daysAgo } from '@/lib/format'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Panel } from '@/ui/Panel'
import { useConfirmOutlet } from '../../../outlet.queries'

interface Props {
  outlet: Outlet
  now: Date
}

const sources = {
  redemption: '一次券核销自动确认',
  resident: '居民确认',
  merchant: '店家确认',
  visit: '社区走访确认',
  import: '名录导入时确认',
} as const

const source = ({ lastConfirmedOn, lastConfirmedBy }: Outlet) =>
  lastConfirmedOn
    ? [dayLabel(lastConfirmedOn), lastConfirmedBy && sources[lastConfirmedBy]].filter(Boolean).join('，')
    : '您路过时帮忙看一眼'

/** 谁确认过: when and by what, and the resident's own 还开着. */
export function Confirmation({ outlet, now }: Props) {
  const { confirm, confirming } = useConfirmOutlet(outlet.id)
  const { lastConfirmedOn } = outlet
  const title = lastConfirmedOn ? `${daysAgo(lastConfirmedOn, now)}确认仍在营业` : '还没有人确认过'
  return (
    <Panel padded>
      <View className="outlet-confirm">
        <Icon name="shield" size={22} className={lastConfirmedOn ? 'outlet-confirm__ok' : ''} />
        <View>
          <View className="outlet-confirm__title">{title}</View>
          <View className="outlet-confirm__by">{source(outlet)}</View>
        </View>
      </View>
      <Button
        full
        kind="quiet"
        text={confirming ? '正在记下…' : '还开着'}
        label={`确认${outlet.name}还开着`}
        disabled={confirming}
        onPress={confirm}
      />
    </Panel>
  )
}

import type { Outlet } from '@yikezhong/shared/outlet/outlet.contract'
import { todayText, weekText } from '@/features/outlet/hours-text'
import { goThere } from '@/platform/go-there'
import { phoneCall } from '@/platform/phone-call'
import { ListRow } from '@/ui/ListRow'
import { Panel } from '@/ui/Panel'

interface Props {
  outlet: Outlet
  now: Date
}

/** 营业时间 地址 电话. */
export function Facts({ outlet, now }: Props) {
  const { hours, hoursNote, name, address, addressNote, location, phone } = outlet
  const week = hours && [weekText(hours), hoursNote].filter(Boolean).join('·')
  return (
    <Panel>
      <ListRow
        icon="clock"
        title={hours ? todayText(hours, now) : '营业时间未登记'}
        note={week ?? hoursNote ?? '打个电话再去'}
      />
      <ListRow
        icon="pin"
        title={address}
        note={addressNote ?? undefined}
        onPress={() => goThere({ name, address, location })}
      />
      {phone && <ListRow icon="phone" title={phone} note="点一下就拨" onPress={() => phoneCall(phone)} />}
    </Panel>
  )
}

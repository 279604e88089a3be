import { View } from '@tarojs/components'
import { getMe } from '@yikezhong/shared/identity/identity.contract'
import { useEffect } from 'react'
import { TextSizePicker } from '@/features/edition/TextSizePicker'
import { call } from '@/lib/api-client'
import { setElder, useEdition } from '@/platform/edition'
import { useSeenQuery } from '@/platform/last-seen'
import { open, openTab } from '@/platform/navigate'
import { endSession, keepResident, requireLogin, useSession } from '@/platform/session'
import { Button } from '@/ui/Button'
import { ListRow } from '@/ui/ListRow'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import { Switch } from '@/ui/Switch'
import { Who } from './components/Who'
import './index.scss'

/** Keeps the resident fresh: memberships and a deletion request may have changed elsewhere. */
function useFreshResident() {
  const token = useSession((state) => state.token)
  const me = useSeenQuery({
    queryKey: ['me', 'profile'],
    queryFn: () => call(getMe, {}),
    enabled: token !== null,
  }).data
  useEffect(() => {
    if (me && token) keepResident(me)
  }, [me, token])
}

const openMine = async (page: 'myData', reason: string) => {
  if (await requireLogin(reason)) open(page)
}

function EditionSettings() {
  const elder = useEdition((state) => state.elder)
  return (
    <Panel padded>
      <Switch text="长辈版" note="字更大，按钮更大，少一些东西" on={elder} onChange={setElder} />
      {elder && (
        <View className="mine-sizes">
          <TextSizePicker />
        </View>
      )}
    </Panel>
  )
}

/** 我的: who I am, how the app looks to me, and what it knows of me. */
export default function Mine() {
  useFreshResident()
  const resident = useSession((state) => state.resident)
  const isMember = (resident?.memberships.length ?? 0) > 0
  return (
    <Page title="我的" back={false} className="mine">
      <Who resident={resident} />
      <Panel>
        <ListRow
          icon="ticket"
          title="我的券"
          note="没用的、用过的、过期的"
          onPress={() => openTab('coupons')}
        />
        {isMember && (
          <ListRow
            icon="shop"
            title="商户工作台"
            note="核销、看今天的记录"
            onPress={() => open('workbench')}
          />
        )}
      </Panel>
      <EditionSettings />
      <Panel>
        <ListRow
          icon="download"
          title="我的数据"
          note="导出一份，或申请注销"
          onPress={() => void openMine('myData', '登录后才知道哪些数据是您的')}
        />
        <ListRow
          icon="document"
          title="隐私说明"
          note="用到什么、为什么、存多久"
          onPress={() => open('privacy')}
        />
      </Panel>
      {resident && (
        <View className="mine-out">
          <Button full kind="ghost" icon="logout" text="退出登录" onPress={() => void endSession()} />
        </View>
      )}
    </Page>
  )
}

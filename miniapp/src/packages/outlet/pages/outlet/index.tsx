import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import type { Outlet } from '@yikezhong/shared/outlet/outlet.contract'
import { clockTime } from '@/lib/format'
import { useNow } from '@/platform/clock'
import { goBack, pageParam } from '@/platform/navigate'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorBlock, OfflineBar } from '@/ui/StateBlocks'
import { useOutlet } from '../../outlet.queries'
import { Actions } from './components/Actions'
import { Confirmation } from './components/Confirmation'
import { Coupons } from './components/Coupons'
import { Facts } from './components/Facts'
import { Head } from './components/Head'
import { Prices } from './components/Prices'
import { Services } from './components/Services'
import './index.scss'

interface Shown {
  outlet: Outlet
  staleSince: Date | null
  onRetry: () => void
}

function Details({ outlet, staleSince, onRetry }: Shown) {
  const now = useNow()
  return (
    <View className="outlet">
      {staleSince && <OfflineBar seen={clockTime(staleSince)} onRetry={onRetry} />}
      <Head outlet={outlet} now={now} live={!staleSince} />
      <Coupons outletId={outlet.id} />
      <Prices outlet={outlet} />
      <Facts outlet={outlet} now={now} />
      <Services outlet={outlet} />
      <Confirmation outlet={outlet} now={now} />
    </View>
  )
}

/** 网点: hours, phone, way, services, prices, access, coupons, and who last saw it open. */
export default function OutletPage() {
  const id = pageParam(useRouter().params, 'id') ?? ''
  const query = useOutlet(id)
  const outlet = query.data
  useShareAppMessage(() => ({
    title: outlet?.name ?? '一刻钟',
    path: `/packages/outlet/pages/outlet/index?id=${id}`,
  }))
  const retry = () => void query.refetch()
  return (
    <Page title="" footer={outlet && <Actions outlet={outlet} place="foot" />}>
      {outlet && <Details outlet={outlet} staleSince={query.staleSince} onRetry={retry} />}
      {!outlet && query.isError && <ErrorBlock error={query.error} title="这家店没有打开" onRetry={retry} />}
      {!outlet && query.isPending && id !== '' && <Skeleton count={5} />}
      {id === '' && <ErrorBlock error={new Error()} title="没有说是哪家店" onRetry={goBack} />}
    </Page>
  )
}

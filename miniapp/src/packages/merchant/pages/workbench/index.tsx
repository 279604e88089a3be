import { ApiError } from '@/lib/api-client'
import { open, openTab } from '@/platform/navigate'
import { useSession } from '@/platform/session'
import { LoginBlock } from '@/ui/LoginBlock'
import { Page, TitleBar } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { EmptyBlock, ErrorBlock } from '@/ui/StateBlocks'
import { OutletSwitcher } from '../../components/OutletSwitcher'
import { RedeemDesk } from '../../components/RedeemDesk'
import { Today } from '../../components/Today'
import { TypeSheet } from '../../components/TypeSheet'
import { type MerchantOutlet, useMerchantOutlets } from '../../merchant.queries'
import { useRedeemDesk } from '../../redeem-desk'
import { useRedeemFlow } from '../../use-redeem-flow'

const NotAMember = () => (
  <EmptyBlock
    title="您还不是店员"
    text="请店主把您加为店员，再回到这里核销。"
    actions={[{ text: '回我的', onPress: () => openTab('mine') }]}
  />
)

function Unopened({ query }: { query: ReturnType<typeof useMerchantOutlets> }) {
  const isLoggedIn = useSession((state) => state.token !== null)
  if (!isLoggedIn) return <LoginBlock title="登录后核销" reason="登录后才知道您是哪家店的店员。" />
  if (query.isPending) return <Skeleton count={2} />
  const isOutsider = query.error instanceof ApiError && query.error.code === 'FORBIDDEN'
  if (!query.isError || isOutsider) return <NotAMember />
  return <ErrorBlock error={query.error} title="没有打开工作台" onRetry={() => void query.refetch()} />
}

interface DeskProps {
  outlets: readonly MerchantOutlet[]
  current: MerchantOutlet
}

function Desk({ outlets, current }: DeskProps) {
  const { chooseOutlet, isTyping, setTyping } = useRedeemDesk()
  const flow = useRedeemFlow(current.id, () => {
    setTyping(false)
    open('redeemResult')
  })
  const bar = (
    <TitleBar>
      <OutletSwitcher outlets={outlets} current={current} onChoose={chooseOutlet} />
    </TitleBar>
  )
  return (
    <Page bar={bar}>
      <RedeemDesk isBusy={flow.isBusy} onScan={flow.scan} onType={() => setTyping(true)} />
      <Today key={current.id} outletId={current.id} />
      {isTyping && <TypeSheet isBusy={flow.isBusy} onSubmit={flow.submit} onClose={() => setTyping(false)} />}
    </Page>
  )
}

/** 商户工作台: redeem, and see what today came to. */
export default function WorkbenchPage() {
  const query = useMerchantOutlets()
  const chosen = useRedeemDesk((state) => state.outletId)
  const outlets = query.data?.items ?? []
  const current = outlets.find(({ id }) => id === chosen) ?? outlets[0]
  if (current) return <Desk outlets={outlets} current={current} />
  return (
    <Page title="商户工作台">
      <Unopened query={query} />
    </Page>
  )
}

import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { ApiError } from '@/lib/api-client'
import { useNow } from '@/platform/clock'
import { pageParam } from '@/platform/navigate'
import { useSession } from '@/platform/session'
import { Icon } from '@/ui/Icon'
import { LoginBlock } from '@/ui/LoginBlock'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorBlock } from '@/ui/StateBlocks'
import { CouponWorth, LiveCode, WaitingCode } from '../../components/CodeTicket'
import { CouponEnd } from '../../components/CouponEnd'
import { CouponTerms } from '../../components/CouponTerms'
import { GoToOutlet } from '../../components/GoToOutlet'
import { useShownCode } from '../../use-shown-code'
import './index.scss'

type Shown = ReturnType<typeof useShownCode>

function TicketMiddle({ coupon, codeQuery, clock, view }: Shown) {
  const now = useNow()
  if (!coupon || !view) return null
  if (view === 'used' || view === 'expired') return <CouponEnd coupon={coupon} view={view} now={now} />
  if (view === 'valid' && codeQuery.data && clock)
    return <LiveCode shown={codeQuery.data} clock={clock} title={coupon.title} />
  const reason =
    view === 'refused' && codeQuery.error instanceof ApiError ? codeQuery.error.message : undefined
  return (
    <WaitingCode
      view={view === 'valid' ? 'changing' : view}
      reason={reason}
      onRetry={() => void codeQuery.refetch()}
    />
  )
}

const Help = () => (
  <View className="code-help">
    <Icon name="keypad" size={22} />
    <Text>扫不出来？报上面的 8 位数。</Text>
  </View>
)

function Ticket(shown: Shown) {
  const { coupon, view } = shown
  const now = useNow()
  if (!coupon) return null
  const isOpen = view !== 'used' && view !== 'expired'
  return (
    <>
      <View className="code-ticket">
        <View className="code-ticket__upper">
          <CouponWorth coupon={coupon} />
          <TicketMiddle {...shown} />
        </View>
        <View className="code-ticket__cut" />
        <CouponTerms coupon={coupon} now={now} />
      </View>
      {isOpen && <Help />}
      {isOpen && coupon.outlets[0] && <GoToOutlet outletId={coupon.outlets[0].id} />}
    </>
  )
}

function Unopened({ query }: { query: Shown['couponQuery'] }) {
  const isLoggedIn = useSession((state) => state.token !== null)
  if (!isLoggedIn) return <LoginBlock title="登录后出示" reason="券在您的名下，登录后才能出示给店员。" />
  if (!query.isError) return <Skeleton shape="lines" count={4} />
  return (
    <ErrorBlock
      error={query.error}
      title="没有打开这张券"
      safe="券还在，不会丢。"
      onRetry={() => void query.refetch()}
    />
  )
}

/** 出示给店员: one coupon with its changing code. */
export default function CouponCodePage() {
  const couponId = pageParam(useRouter().params, 'couponId') ?? ''
  const shown = useShownCode(couponId)
  const { couponQuery, coupon } = shown
  return (
    <Page title="出示给店员" className="code-page">
      {coupon && <Ticket {...shown} />}
      {!coupon && (
        <Panel>
          <Unopened query={couponQuery} />
        </Panel>
      )}
    </Page>
  )
}

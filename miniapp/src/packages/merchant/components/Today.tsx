import { Text, View } from '@tarojs/components'
import type { Redemption } from '@yikezhong/shared/coupon/coupon.contract'
import { clockTime, momentLabel, yuanExact } from '@/lib/format'
import { useNow } from '@/platform/clock'
import { Heading } from '@/ui/Heading'
import { Panel } from '@/ui/Panel'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorBlock } from '@/ui/StateBlocks'
import { DemoTag, Tag } from '@/ui/Tag'
import { useRedemptions } from '../merchant.queries'
import './today.scss'

interface FigureProps {
  value: string
  unit: string
  label: string
  money?: boolean
}

const Figure = ({ value, unit, label, money }: FigureProps) => (
  <View className="today__figure">
    <View>
      <Text className={`today__value ${money ? 'is-money' : ''}`}>{value}</Text>
      <Text className="today__unit">{unit}</Text>
    </View>
    <View className="today__label">{label}</View>
  </View>
)

const customer = ({ customerTail }: Redemption) => (customerTail ? `手机尾号 ${customerTail}` : '顾客')

const Row = ({ redemption, now }: { redemption: Redemption; now: Date }) => (
  <View className="redemption">
    <View className="redemption__body">
      <View className="redemption__title">
        {redemption.title} {redemption.isDemo && <DemoTag />}
      </View>
      <View className="redemption__note">
        {momentLabel(redemption.redeemedAt, now)} · {customer(redemption)}
      </View>
    </View>
    {redemption.reversedAt ? (
      <Tag text={`${clockTime(redemption.reversedAt)} 已撤销`} />
    ) : (
      <Text className="redemption__amount">−{yuanExact(redemption.discountFen)}</Text>
    )}
  </View>
)

/** 今天: how many, how much, and the latest redemptions. */
export function Today({ outletId }: { outletId: string }) {
  const query = useRedemptions(outletId)
  const now = useNow()
  if (!query.data)
    return query.isError ? (
      <ErrorBlock
        error={query.error}
        title="没有打开核销记录"
        safe="扫码核销照样能用。"
        onRetry={() => void query.refetch()}
      />
    ) : (
      <Skeleton shape="lines" count={3} />
    )
  const { today, items } = query.data
  return (
    <>
      <Heading className="desk-section">今天</Heading>
      <Panel className="today">
        <Figure value={String(today.count)} unit="张" label="核销" />
        <Figure money value={yuanExact(today.governmentFen)} unit="元" label="应结(政府补)" />
        <Figure value={yuanExact(today.discountFen - today.governmentFen)} unit="元" label="本店让" />
      </Panel>
      <Heading className="desk-section">最近核销</Heading>
      <Panel>
        {items.map((redemption) => (
          <Row key={redemption.id} redemption={redemption} now={now} />
        ))}
        {items.length === 0 && <View className="redemption__none">还没有核销记录。扫一张券试试。</View>}
      </Panel>
    </>
  )
}

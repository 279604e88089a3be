import { getOutlet, type Outlet } from '@yikezhong/shared/outlet/outlet.contract'
import { Descriptions } from 'antd'
import { dayLabel, daysAgo, daysSince, yuanExact } from '@/lib/format'
import { useEndpoint } from '../api/use-endpoint'
import { QueryGate } from '../ui/QueryGate'
import { hoursText, openText, sourceWords } from './words'

const staleDays = 90

/** What is on file about one outlet, in a drawer or on the map. */
export function OutletDetail({ outletId, brief }: { outletId: string; brief?: boolean }) {
  const query = useEndpoint(getOutlet, { params: { outletId }, query: {} })
  return (
    <QueryGate query={query} rows={6}>
      {(outlet) => (
        <>
          <OutletTags outlet={outlet} />
          <Descriptions
            className="facts"
            colon={false}
            column={1}
            size="small"
            items={brief ? briefFacts(outlet) : [...briefFacts(outlet), ...moreFacts(outlet)]}
          />
        </>
      )}
    </QueryGate>
  )
}

function OutletTags({ outlet }: { outlet: Outlet }) {
  const stale = !outlet.lastConfirmedOn || daysSince(outlet.lastConfirmedOn, Date.now()) > staleDays
  const text = openText(outlet, stale)
  return (
    <p className="tags">
      <span className={`tag tag-${text === '营业中' ? 'success' : 'neutral'}`}>{text}</span>
      {outlet.services.length > 1 && (
        <span className="tag tag-info">一店多能 {outlet.services.length} 项</span>
      )}
      {outlet.isChain && <span className="tag tag-neutral">连锁</span>}
    </p>
  )
}

const fact = (label: string, children: string) => ({ key: label, label, children })

const confirmedText = ({ lastConfirmedOn, lastConfirmedBy }: Outlet) => {
  if (!lastConfirmedOn) return '没有确认过'
  const ago = daysAgo(lastConfirmedOn, Date.now())
  return lastConfirmedBy ? `${ago} · ${sourceWords[lastConfirmedBy]}` : ago
}

const pricesText = ({ priceItems, pricesUpdatedOn }: Outlet) => {
  if (priceItems.length === 0) return '没有登记'
  return pricesUpdatedOn
    ? `${dayLabel(pricesUpdatedOn)}更新 · ${priceItems.length} 项`
    : `${priceItems.length} 项`
}

const briefFacts = (outlet: Outlet) => [
  fact('最近确认', confirmedText(outlet)),
  fact('营业时间', hoursText(outlet.hours)),
  fact('价格公示', pricesText(outlet)),
  fact('地址', outlet.address),
  fact('电话', outlet.phone ?? '没有登记'),
]

const names = (items: { name: string }[]) => items.map(({ name }) => name).join('、') || '没有登记'

const moreFacts = (outlet: Outlet) => [
  fact('社区', outlet.community.name),
  fact('生活圈', outlet.circles.map(({ shortName }) => shortName).join('、') || '不在试点圈内'),
  fact('服务', names(outlet.services)),
  fact('无障碍', accessText(outlet)),
  ...(outlet.priceItems.length > 0 ? [fact('价格', priceList(outlet))] : []),
  fact('坐标', `${outlet.location.lng.toFixed(5)}, ${outlet.location.lat.toFixed(5)}(GCJ-02)`),
]

const accessWords = { yes: '有', no: '没有', unknown: '未核实' } as const

const accessText = ({ accessibility }: Outlet) =>
  accessibility.map(({ name, state }) => `${name}：${accessWords[state]}`).join('；') || '没有登记'

const priceList = ({ priceItems }: Outlet) =>
  priceItems.map(({ name, priceFen, unit }) => `${name} ${yuanExact(priceFen)} 元/${unit}`).join('；')

import {
  type BureauOutlet,
  freshnessBands,
  listBureauOutlets,
} from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { outletStatuses } from '@yikezhong/shared/outlet/outlet.contract'
import { Button, Drawer, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import { call } from '@/lib/api-client'
import { useReportAsOf } from '../api/data-as-of'
import { useCursorPages } from '../api/use-cursor-pages'
import { useSearchState } from '../api/use-search-state'
import { DemoTag } from '../ui/DemoTag'
import { FormatTile } from '../ui/FormatTile'
import { Icon } from '../ui/Icon'
import { PageHead } from '../ui/PageHead'
import { PageTurner } from '../ui/PageTurner'
import { QueryGate } from '../ui/QueryGate'
import { EmptyBlock } from '../ui/StateBlocks'
import { FreshnessMark } from './FreshnessMark'
import { OutletDetail } from './OutletDetail'
import { type FilterKey, filterKeys, OutletFilters } from './OutletFilters'
import { statusWords } from './words'

const pageSize = 50

const statusTone = (status: BureauOutlet['status']) => (status === 'operating' ? 'success' : 'neutral')

const columnsFor = (onOpen: (id: string) => void): TableColumnsType<BureauOutlet> => [
  {
    title: '网点',
    dataIndex: 'name',
    fixed: 'left',
    width: 220,
    render: (name: string, { id, formatCode, isDemo }) => (
      <span className="outlet-name">
        <FormatTile code={formatCode} size={24} />
        <Button type="link" size="small" className="flush" onClick={() => onOpen(id)}>
          {name}
        </Button>
        {isDemo && <DemoTag />}
      </span>
    ),
  },
  { title: '业态', dataIndex: 'formatName', width: 120 },
  {
    title: '状态',
    dataIndex: 'status',
    width: 76,
    render: (_, { status }) => <span className={`tag tag-${statusTone(status)}`}>{statusWords[status]}</span>,
  },
  { title: '社区', dataIndex: 'communityName', width: 120 },
  { title: '地址', dataIndex: 'address', ellipsis: true, width: 190 },
  { title: '电话', dataIndex: 'phone', width: 124, render: (phone: string | null) => phone ?? '—' },
  { title: '连锁', dataIndex: 'isChain', width: 60, render: (isChain: boolean) => (isChain ? '是' : '否') },
  {
    title: '最近确认',
    dataIndex: 'lastConfirmedOn',
    width: 126,
    render: (_, row) => <FreshnessMark {...row} />,
  },
]

const oneOf = <T extends string>(values: readonly T[], value: string | undefined) =>
  values.find((known) => known === value)

/** 网点清册: every outlet of the officer's division. */
export default function OutletsPage() {
  const search = useSearchState<FilterKey | 'outlet'>()
  const { get, set } = search
  const filters = {
    keyword: get('keyword'),
    format: get('format'),
    status: oneOf(outletStatuses, get('status')),
    freshness: oneOf(freshnessBands, get('freshness')),
    divisionCode: get('division'),
    circleId: get('circle'),
  }
  const pages = useCursorPages([listBureauOutlets.path, filters], (cursor) =>
    call(listBureauOutlets, { query: { ...filters, cursor, limit: pageSize } }),
  )
  useReportAsOf(pages.dataUpdatedAt || undefined)
  const clear = () => set(Object.fromEntries(filterKeys.map((key) => [key, undefined])))
  return (
    <div className="page">
      <PageHead title="网点清册" actions={<MapLink get={get} />} />
      <OutletFilters search={search} />
      <QueryGate query={pages} rows={12}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyBlock title="没有符合条件的网点">
              <Button onClick={clear}>清除筛选，看全部</Button>
            </EmptyBlock>
          ) : (
            <>
              <Table<BureauOutlet>
                className="card"
                rowKey="id"
                size="small"
                pagination={false}
                scroll={{ x: 1036 }}
                dataSource={items}
                columns={columnsFor((outlet) => set({ outlet }))}
              />
              <PageTurner {...pages} total={total} unit="家" busy={pages.isFetching} />
            </>
          )
        }
      </QueryGate>
      <OutletDrawer
        outletId={get('outlet')}
        row={pages.data?.items.find(({ id }) => id === get('outlet'))}
        onClose={() => set({ outlet: undefined })}
      />
    </div>
  )
}

interface DrawerProps {
  outletId: string | undefined
  row: BureauOutlet | undefined
  onClose: () => void
}

const OutletDrawer = ({ outletId, row, onClose }: DrawerProps) => (
  <Drawer open={Boolean(outletId)} onClose={onClose} size={480} title={row?.name ?? '网点'}>
    {row && (
      <p className="muted">
        {row.formatName} · {row.communityName} {row.isDemo && <DemoTag />}
      </p>
    )}
    {outletId && <OutletDetail outletId={outletId} />}
  </Drawer>
)

/** The same search on the map. */
function MapLink({ get }: { get: (key: FilterKey) => string | undefined }) {
  const shared = (['keyword', 'format', 'circle'] as const).flatMap((key) => {
    const value = get(key)
    return value ? [[key, value]] : []
  })
  return (
    <Link className="button-link" to={`/map?${new URLSearchParams(shared)}`}>
      <Icon name="map" size={16} />
      在地图上看
    </Link>
  )
}

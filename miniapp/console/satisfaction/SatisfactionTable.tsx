import type { CircleSatisfaction } from '@yikezhong/shared/survey/survey.contract'
import { Button, Table, type TableColumnsType } from 'antd'
import { VerdictTag } from './VerdictTag'
import { percent } from './words'

interface Props {
  items: CircleSatisfaction[]
  onSelect: (circleId: string) => void
  onRecords: (circleId: string) => void
}

type Sortable = 'n' | 'responses' | 'satisfied' | 'satisfiedShare' | 'low' | 'high'

/** Unpublished circles sort as the smallest: they have no figure to compare. */
const by = (field: Sortable) => (a: CircleSatisfaction, b: CircleSatisfaction) =>
  (a[field] ?? -1) - (b[field] ?? -1)

const count = (field: 'responses' | 'satisfied', title: string) => ({
  title,
  dataIndex: field,
  align: 'right' as const,
  sorter: by(field),
  render: (value: number | null) => value ?? '—',
})

const share = (field: 'satisfiedShare' | 'low' | 'high', title: string, absent: string) => ({
  title,
  dataIndex: field,
  align: 'right' as const,
  sorter: by(field),
  render: (value: number | null) => (value === null ? absent : percent(value)),
})

const columnsFor = ({ onSelect, onRecords }: Props): TableColumnsType<CircleSatisfaction> => [
  {
    title: '生活圈',
    dataIndex: 'shortName',
    fixed: 'left',
    render: (name: string, { circleId }) => (
      <Button type="link" size="small" className="flush" onClick={() => onSelect(circleId)}>
        {name}
      </Button>
    ),
  },
  { title: '社区', dataIndex: 'communities' },
  count('responses', '收回(份)'),
  {
    title: '份数 n',
    dataIndex: 'n',
    align: 'right',
    sorter: by('n'),
    render: (n: number, { circleId, shortName }) => (
      <Button
        type="link"
        size="small"
        aria-label={`${shortName} ${n} 份，看答卷记录`}
        onClick={() => onRecords(circleId)}
      >
        {n}
      </Button>
    ),
  },
  count('satisfied', '满意(份)'),
  share('satisfiedShare', '满意度', '不公布'),
  share('low', '区间下限', '—'),
  share('high', '区间上限', '—'),
  { title: '判断', dataIndex: 'verdict', render: (verdict) => <VerdictTag verdict={verdict} /> },
]

/** 表: the chart's figures, in the plan's order until the reader sorts. */
export const SatisfactionTable = (props: Props) => (
  <Table<CircleSatisfaction>
    className="card"
    rowKey="circleId"
    size="middle"
    pagination={false}
    scroll={{ x: 'max-content' }}
    dataSource={props.items}
    columns={columnsFor(props)}
  />
)

import { type AuditEntry, listAuditEntries } from '@yikezhong/shared/audit/audit.contract'
import { Button, Select, Table, type TableColumnsType, Typography } from 'antd'
import { call } from '@/lib/api-client'
import { clockTime, dayLabel } from '@/lib/format'
import { useReportAsOf } from '../api/data-as-of'
import { useCursorPages } from '../api/use-cursor-pages'
import { useSearchState } from '../api/use-search-state'
import { PageHead } from '../ui/PageHead'
import { PageTurner } from '../ui/PageTurner'
import { QueryGate } from '../ui/QueryGate'
import { EmptyBlock } from '../ui/StateBlocks'
import { actionOptions, actionWord, actorWord, detailText, shortHash, subjectWord } from './words'

const pageSize = 50

const columns: TableColumnsType<AuditEntry> = [
  {
    title: '时间',
    dataIndex: 'at',
    width: 140,
    render: (at: string) => `${dayLabel(new Date(at))} ${clockTime(at)}`,
  },
  { title: '谁', dataIndex: 'actor', width: 170, render: actorWord },
  {
    title: '做了什么',
    dataIndex: 'action',
    width: 170,
    render: (action: string) => <span title={action}>{actionWord(action)}</span>,
  },
  { title: '对象', dataIndex: 'subject', width: 190, ellipsis: true, render: subjectWord },
  {
    title: '说明',
    dataIndex: 'detail',
    render: (detail: AuditEntry['detail']) => <span className="detail">{detailText(detail)}</span>,
  },
  {
    title: '校验码',
    dataIndex: 'hash',
    width: 130,
    render: (hash: string) => (
      <Typography.Text code copyable={{ text: hash, tooltips: ['复制整个校验码', '已复制'] }}>
        {shortHash(hash)}
      </Typography.Text>
    ),
  },
]

/** 操作记录: who did what; each line's check number covers the line before it, so none can be changed unseen. */
export default function AuditPage() {
  const { get, set } = useSearchState<'action'>()
  const action = get('action')
  const pages = useCursorPages([listAuditEntries.path, action], (cursor) =>
    call(listAuditEntries, { query: { action, cursor, limit: pageSize } }),
  )
  useReportAsOf(pages.dataUpdatedAt || undefined)
  return (
    <div className="page">
      <PageHead title="操作记录">
        <Select
          className="action-select"
          aria-label="操作"
          placeholder="全部操作"
          allowClear
          popupMatchSelectWidth={false}
          value={action}
          onChange={(value: string | undefined) => set({ action: value })}
          options={actionOptions}
        />
      </PageHead>
      <QueryGate query={pages} rows={12}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyBlock title={action ? '没有这种操作的记录' : '还没有操作记录'}>
              {action && <Button onClick={() => set({ action: undefined })}>看全部操作</Button>}
            </EmptyBlock>
          ) : (
            <>
              <Table<AuditEntry>
                className="card"
                rowKey="id"
                size="small"
                pagination={false}
                scroll={{ x: 980 }}
                dataSource={items}
                columns={columns}
                expandable={{
                  columnTitle: <span className="sr-only">展开</span>,
                  rowExpandable: ({ detail }) => Object.keys(detail).length > 0,
                  expandedRowRender: ({ detail }) => (
                    <pre className="detail">{JSON.stringify(detail, null, 2)}</pre>
                  ),
                }}
              />
              <PageTurner {...pages} unit="条" busy={pages.isFetching} />
            </>
          )
        }
      </QueryGate>
      <p className="footnote">
        只能追加，不能修改；每条的校验码都包含上一条，改动任何一条都会被发现。只显示您管理范围内的记录。
      </p>
    </div>
  )
}

import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import { type CircleSatisfaction, listSurveyRecords } from '@yikezhong/shared/survey/survey.contract'
import { Table, type TableColumnsType } from 'antd'
import { call } from '@/lib/api-client'
import { dayLabel } from '@/lib/format'
import { useCursorPages } from '../api/use-cursor-pages'
import { PageTurner } from '../ui/PageTurner'
import { QueryGate } from '../ui/QueryGate'
import { EmptyBlock } from '../ui/StateBlocks'
import { channelWords, ratingText } from './words'

type SurveyRecord = ResponseOf<typeof listSurveyRecords>['items'][number]

interface Props {
  circle: Pick<CircleSatisfaction, 'circleId' | 'published' | 'responses'>
  waveId: string
}

const pageSize = 20

function columnsFor(published: boolean): TableColumnsType<SurveyRecord> {
  return [
    { title: '日期', dataIndex: 'submittedOn', width: 88, render: (day: string) => dayLabel(day) },
    { title: '方式', dataIndex: 'channel', width: 56, render: (_, { channel }) => channelWords[channel] },
    {
      title: '总体评价',
      dataIndex: 'overall',
      width: 96,
      render: (_, { overall }) => ratingText(overall, published),
    },
    { title: '还缺什么', dataIndex: 'wants', render: (wants: string | null) => wants ?? '—' },
  ]
}

/** 答卷记录 without identities: what stands behind a figure. */
export function SurveyRecords({ circle: { circleId, published, responses }, waveId }: Props) {
  const pages = useCursorPages([listSurveyRecords.path, circleId, waveId], (cursor) =>
    call(listSurveyRecords, { params: { circleId }, query: { waveId, cursor, limit: pageSize } }),
  )
  return (
    <QueryGate query={pages} rows={8}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyBlock title="这个圈还没有答卷">可以请社区发放问卷：居民在小程序首页就能作答。</EmptyBlock>
        ) : (
          <>
            <p className="muted">记录已去掉身份。{!published && '未公布的圈不显示评分。'}</p>
            <Table<SurveyRecord>
              rowKey="id"
              size="small"
              pagination={false}
              dataSource={items}
              columns={columnsFor(published)}
            />
            <PageTurner {...pages} total={responses} unit="份" busy={pages.isFetching} />
          </>
        )
      }
    </QueryGate>
  )
}

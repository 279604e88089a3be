import { type CircleSatisfaction, getCircleSatisfaction } from '@yikezhong/shared/survey/survey.contract'
import { Button } from 'antd'
import { useEndpoint } from '../api/use-endpoint'
import { QueryGate } from '../ui/QueryGate'
import type { DetailTab } from './CircleDrawer'
import { Distribution } from './Distribution'
import { FormatShares, mostAnswered } from './FormatShares'

interface Props {
  circle: CircleSatisfaction
  waveId: string
  minimumN: number
  onOpen: (tab: DetailTab) => void
}

const formatsInCard = 4

/** The chosen circle at a glance: how people rated it, and what they rated most. */
export function CircleCards({ circle, waveId, minimumN, onOpen }: Props) {
  const query = useEndpoint(getCircleSatisfaction, {
    params: { circleId: circle.circleId },
    query: { waveId },
  })
  return (
    <div className="circle-cards">
      <section className="card" aria-label={`${circle.shortName}评分分布`}>
        <header>
          <h2>
            {circle.shortName}：{circle.published ? '评分分布' : `还差 ${circle.missing} 份`}
          </h2>
          <Button type="link" size="small" className="flush" onClick={() => onOpen('records')}>
            看 {circle.responses} 份答卷
          </Button>
        </header>
        <QueryGate query={query} rows={4}>
          {(detail) => <Distribution detail={detail} minimumN={minimumN} />}
        </QueryGate>
      </section>
      <section className="card" aria-label={`${circle.shortName}按业态`}>
        <header>
          <h2>{circle.shortName}：按业态</h2>
          <Button type="link" size="small" className="flush" onClick={() => onOpen('formats')}>
            全部{query.data && ` ${query.data.formats.length} 类`}
          </Button>
        </header>
        <QueryGate query={query} rows={4}>
          {({ formats, minimumFormatN }) => (
            <FormatShares formats={mostAnswered(formats, formatsInCard)} minimumFormatN={minimumFormatN} />
          )}
        </QueryGate>
      </section>
    </div>
  )
}

import type { CircleSatisfaction } from '@yikezhong/shared/survey/survey.contract'
import { Button } from 'antd'
import { IntervalBar } from './IntervalBar'
import { type Axis, axisOf, positionOf } from './interval-geometry'
import { VerdictTag } from './VerdictTag'
import { intervalText, percent, targetText } from './words'

interface Props {
  items: CircleSatisfaction[]
  targetShare: number
  minimumN: number
  selectedId: string | undefined
  onSelect: (circleId: string) => void
  onRecords: (circleId: string) => void
}

/** 图: one row per circle in the plan's order. The order never follows the score. */
export function IntervalChart(props: Props) {
  const { items, targetShare } = props
  const axis = axisOf(items, targetShare)
  return (
    <table className="chart card">
      <caption className="sr-only">各生活圈满意度和 95% 区间，按方案顺序</caption>
      <thead>
        <tr>
          <th scope="col">生活圈</th>
          <th scope="col" className="chart-axis">
            <AxisHead axis={axis} targetShare={targetShare} />
          </th>
          <th scope="col">满意度</th>
          <th scope="col">95% 区间(%)</th>
          <th scope="col">份数 n</th>
          <th scope="col">判断</th>
        </tr>
      </thead>
      <tbody>
        {items.map((circle) => (
          <ChartRow key={circle.circleId} circle={circle} axis={axis} {...props} />
        ))}
      </tbody>
    </table>
  )
}

const AxisHead = ({ axis, targetShare }: { axis: Axis; targetShare: number }) => (
  <div className="axis">
    <span className="sr-only">区间图，</span>
    {axis.ticks.map((tick) => (
      <span key={tick} style={{ left: `${positionOf(tick, axis)}%` }}>
        {targetText(tick)}
      </span>
    ))}
    <b style={{ left: `${positionOf(targetShare, axis)}%` }}>目标 {targetText(targetShare)}</b>
  </div>
)

type RowProps = Omit<Props, 'items'> & { circle: CircleSatisfaction; axis: Axis }

function ChartRow({ circle, axis, targetShare, minimumN, selectedId, onSelect, onRecords }: RowProps) {
  const { circleId, shortName, communities, satisfiedShare, n } = circle
  const selected = circleId === selectedId
  return (
    <tr className={selected ? 'selected' : undefined}>
      <th scope="row">
        <button type="button" className="row-name" aria-pressed={selected} onClick={() => onSelect(circleId)}>
          <b>{shortName}</b>
          <span>{communities}</span>
        </button>
      </th>
      <td className="chart-axis">
        <IntervalBar circle={circle} axis={axis} targetShare={targetShare} minimumN={minimumN} />
      </td>
      <td className="chart-share">
        {satisfiedShare === null ? <span className="none">不公布</span> : <b>{percent(satisfiedShare)}</b>}
      </td>
      <td className="chart-interval">{intervalText(circle)}</td>
      <td className="chart-n">
        <Button
          type="link"
          size="small"
          onClick={() => onRecords(circleId)}
          aria-label={`${shortName} ${n} 份，看答卷记录`}
        >
          {n}
        </Button>
      </td>
      <td className="chart-verdict">
        <VerdictTag verdict={circle.verdict} />
      </td>
    </tr>
  )
}

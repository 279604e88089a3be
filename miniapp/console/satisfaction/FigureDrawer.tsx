import { Button, Drawer } from 'antd'
import { EmptyBlock } from '../ui/StateBlocks'
import type { Figure } from './figures'
import { VerdictTag } from './VerdictTag'
import { intervalText, percent } from './words'

interface Props {
  figure: Figure | undefined
  onClose: () => void
  onRecords: (circleId: string) => void
}

/** What a figure was counted from: the circles, and from each its answers. */
export const FigureDrawer = ({ figure, onClose, onRecords }: Props) => (
  <Drawer
    open={Boolean(figure)}
    onClose={onClose}
    size={520}
    title={figure && `${figure.label} ${figure.value} ${figure.unit}`}
  >
    {figure && figure.circles.length === 0 && <EmptyBlock title="现在没有这样的圈" />}
    <ul className="source-list">
      {figure?.circles.map((circle) => (
        <li key={circle.circleId}>
          <div>
            <b>{circle.shortName}</b> <VerdictTag verdict={circle.verdict} />
            <p className="muted">
              {circle.satisfiedShare === null
                ? `不公布，还差 ${circle.missing} 份`
                : `${percent(circle.satisfiedShare)}，区间 ${intervalText(circle)}(%)`}
            </p>
          </div>
          <Button onClick={() => onRecords(circle.circleId)}>看 {circle.responses} 份答卷</Button>
        </li>
      ))}
    </ul>
  </Drawer>
)

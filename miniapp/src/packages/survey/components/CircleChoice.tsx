import { View } from '@tarojs/components'
import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import { useCircles } from '@/features/circle/circle.queries'
import { Heading } from '@/ui/Heading'
import { ListRow } from '@/ui/ListRow'
import { Panel } from '@/ui/Panel'
import { Sheet } from '@/ui/Sheet'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorBlock } from '@/ui/StateBlocks'

const communitiesOf = ({ communities }: Circle) => communities.map(({ shortName }) => shortName).join('、')

/** 生活圈 to answer for, in the plan's order. */
function CircleRows({ onChoose }: { onChoose: (circleId: string) => void }) {
  const circles = useCircles()
  if (circles.data)
    return (
      <View>
        {circles.data.items.map((circle) => (
          <ListRow
            key={circle.id}
            title={`${circle.shortName}生活圈`}
            note={communitiesOf(circle)}
            onPress={() => onChoose(circle.id)}
          />
        ))}
      </View>
    )
  if (circles.isError) return <ErrorBlock error={circles.error} onRetry={() => void circles.refetch()} />
  return <Skeleton shape="lines" count={3} />
}

/** Asked first when nobody has said where they live: an answer must count for the right circle. */
export const CircleQuestion = ({ onChoose }: { onChoose: (circleId: string) => void }) => (
  <Panel className="question">
    <Heading className="question__text">您住在哪个生活圈？</Heading>
    <View className="question__hint">答案只算进这个生活圈。</View>
    <CircleRows onChoose={onChoose} />
  </Panel>
)

interface SheetProps {
  onChoose: (circleId: string) => void
  onClose: () => void
}

export const CircleSheet = ({ onChoose, onClose }: SheetProps) => (
  <Sheet title="换一个生活圈" onClose={onClose}>
    <CircleRows onChoose={onChoose} />
  </Sheet>
)

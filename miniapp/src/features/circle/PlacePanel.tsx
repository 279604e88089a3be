import { View } from '@tarojs/components'
import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import { useState } from 'react'
import { locate } from '@/platform/locate'
import { choosePlace, setPosition, usePlace } from '@/platform/place'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { Heading } from '@/ui/Heading'
import { Pressable } from '@/ui/Pressable'
import { Sheet } from '@/ui/Sheet'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorBlock } from '@/ui/StateBlocks'
import { useCircles } from './circle.queries'
import { circleName } from './circle-name'
import './place-sheet.scss'

interface Props {
  onClose: () => void
}

function LocateButton({ onClose }: Props) {
  const [busy, setBusy] = useState(false)
  const handlePress = async () => {
    setBusy(true)
    const position = await locate()
    setBusy(false)
    if (!position) return toast('没有拿到位置，选一个社区也一样能用')
    setPosition(position)
    onClose()
  }
  return (
    <View className="yk-place__locate">
      <Button
        full
        kind="quiet"
        icon="pin"
        disabled={busy}
        text={busy ? '正在找您在哪…' : '用我现在的位置'}
        onPress={() => void handlePress()}
      />
      <View className="yk-place__why">只用来算走过去要几分钟，不保存；不给也能用。</View>
    </View>
  )
}

function CircleBlock({ circle, onClose }: Props & { circle: Circle }) {
  const { circleId, communityCode, position } = usePlace()
  const choose = (code: string | null) => {
    choosePlace(circle.id, code)
    onClose()
  }
  const isHere = circleId === circle.id && !position
  return (
    <View className="yk-place__circle">
      <Heading level={3} className="yk-place__name">
        {circleName(circle)}
      </Heading>
      <View className="yk-place__spots">
        <Spot
          name="整个圈"
          label={`${circle.shortName}整个圈`}
          on={isHere && communityCode === null}
          onPress={() => choose(null)}
        />
        {circle.communities.map(({ code, shortName }) => (
          <Spot
            key={code}
            name={shortName}
            on={isHere && communityCode === code}
            onPress={() => choose(code)}
          />
        ))}
      </View>
    </View>
  )
}

const Spot = ({
  name,
  label,
  on,
  onPress,
}: {
  name: string
  label?: string
  on: boolean
  onPress: () => void
}) => (
  <Pressable
    className={`yk-place__spot ${on ? 'is-on' : ''}`}
    label={label ?? name}
    pressed={on}
    onPress={onPress}
  >
    {name}
  </Pressable>
)

/** 我在哪: a circle or a community by name, or the position when the person wants to give it. */
export function PlacePanel({ onClose }: Props) {
  const circles = useCircles()
  return (
    <Sheet title="您在哪儿" onClose={onClose}>
      <LocateButton onClose={onClose} />
      {circles.data?.items.map((circle) => (
        <CircleBlock key={circle.id} circle={circle} onClose={onClose} />
      ))}
      {circles.isPending && <Skeleton shape="lines" />}
      {circles.isError && !circles.data && (
        <ErrorBlock error={circles.error} title="没有取到生活圈" onRetry={() => void circles.refetch()} />
      )}
    </Sheet>
  )
}

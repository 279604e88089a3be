import { Text } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Icon } from '@/ui/Icon'
import { Pressable } from '@/ui/Pressable'
import { circleName } from './circle-name'
import { PlaceSheet } from './PlaceSheet'
import './place-sheet.scss'
import { useHere } from './use-here'

/** Lets a page change its place: `sheet` goes at the page's root, above everything. */
export function usePlaceChooser(): { choose: () => void; sheet: ReactNode } {
  const [choosing, setChoosing] = useState(false)
  return {
    choose: () => setChoosing(true),
    sheet: choosing && <PlaceSheet onClose={() => setChoosing(false)} />,
  }
}

/** The place everything on the page is counted from. */
export function PlaceBar({ onChoose }: { onChoose: () => void }) {
  const { circle, spot } = useHere()
  const name = circle ? circleName(circle) : '选择生活圈'
  return (
    <Pressable
      className="yk-place__bar"
      label={`${name}${spot ? `· ${spot}` : ''}，换地方`}
      onPress={onChoose}
    >
      <Icon name="pin" size={20} />
      <Text className="yk-place__circle-name">{name}</Text>
      {spot && <Text className="yk-place__spot-name">· {spot}</Text>}
      <Icon name="down" size={16} />
    </Pressable>
  )
}

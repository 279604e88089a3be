import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './list-row.scss'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'

interface Props {
  title: string
  note?: string
  icon?: IconName
  /** What stands at the right, before the arrow. */
  aside?: ReactNode
  tone?: 'plain' | 'danger'
  /** Without it the row only shows. */
  onPress?: () => void
}

/** One line of a panel. */
export function ListRow({ title, note, icon, aside, tone = 'plain', onPress }: Props) {
  const inner = (
    <>
      {icon && <Icon name={icon} size={20} className="yk-row__icon" />}
      <View className="yk-row__body">
        <View className={`yk-row__title yk-row__title--${tone}`}>{title}</View>
        {note && <View className="yk-row__note">{note}</View>}
      </View>
      {typeof aside === 'string' ? <Text className="yk-row__aside">{aside}</Text> : aside}
      {onPress && <Icon name="right" size={16} className="yk-row__arrow" />}
    </>
  )
  if (!onPress) return <View className="yk-row">{inner}</View>
  return (
    <Pressable className="yk-row" label={note ? `${title}，${note}` : title} onPress={onPress}>
      {inner}
    </Pressable>
  )
}

import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './sheet.scss'
import { Heading } from './Heading'
import { Icon } from './Icon'
import { named } from './named'
import { Pressable } from './Pressable'
import { useEscape } from './use-escape'

interface Props extends PropsWithChildren {
  title: string
  onClose: () => void
}

/** A sheet from the bottom of the screen. Mount it while it is open. */
export function Sheet({ title, onClose, children }: Props) {
  useEscape(onClose)
  return (
    <View className="yk-sheet" catchMove>
      <Pressable className="yk-sheet__scrim" label="关闭" onPress={onClose} />
      <View className="yk-sheet__panel" {...named({ role: 'dialog', label: title })}>
        <View className="yk-sheet__head">
          <Heading className="yk-sheet__title">{title}</Heading>
          <Pressable className="yk-sheet__close" label={`关闭${title}`} onPress={onClose}>
            <Icon name="close" size={20} />
          </Pressable>
        </View>
        <View className="yk-sheet__body">{children}</View>
      </View>
    </View>
  )
}

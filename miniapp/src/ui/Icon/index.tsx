import { View } from '@tarojs/components'
import './icon.scss'
import type { IconName } from './names'

interface Props {
  /** A drawn glyph, or `dial-0` to `dial-15`. */
  name: IconName | `dial-${number}`
  /** Side in dp; without it 1.25 of the text around it. */
  size?: number
  className?: string
}

/** A drawn glyph in the colour of the text around it. It is decoration: the control around it carries the name. */
export function Icon({ name, size, className = '' }: Props) {
  const side = size ? { width: `${size}px`, height: `${size}px` } : undefined
  return <View className={`yk-icon yk-icon--${name} ${className}`} style={side} />
}

export { iconNamed } from './icon-named'
export type { IconName } from './names'

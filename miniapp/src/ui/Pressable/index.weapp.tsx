import { type ITouchEvent, View } from '@tarojs/components'
import './pressable.scss'
import type { PressableProps } from './types'

/** What a screen reader of WeChat is told besides the name: it has no state attributes, so the state is said. */
const said = ({ label, pressed, disabled }: PressableProps) => {
  if (!label) return undefined
  const state = pressed === undefined ? '' : pressed ? '，已选中' : '，未选中'
  return `${label}${state}${disabled ? '，不可用' : ''}`
}

/** Anything that can be tapped, with a name that reaches the WXML. */
export function Pressable(props: PressableProps) {
  const { className = '', disabled, role = 'button', style, onPress, children } = props
  const handleClick = (event: ITouchEvent) => {
    event.stopPropagation()
    if (!disabled) onPress()
  }
  return (
    <View
      ariaRole={role}
      ariaLabel={said(props)}
      className={`yk-press ${disabled ? 'is-disabled' : ''} ${className}`}
      hoverClass={disabled ? 'none' : 'yk-press--down'}
      hoverStayTime={80}
      style={style}
      onClick={handleClick}
    >
      {children}
    </View>
  )
}

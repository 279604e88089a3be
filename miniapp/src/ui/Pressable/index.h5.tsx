import type { MouseEvent } from 'react'
import './pressable.scss'
import type { PressableProps } from './types'

const stateOf = (role: PressableProps['role'], pressed: boolean | undefined) => {
  if (pressed === undefined) return {}
  if (role === 'tab') return { 'aria-selected': pressed }
  if (role === 'radio' || role === 'switch') return { 'aria-checked': pressed }
  return { 'aria-pressed': pressed }
}

/** Anything that can be tapped: a real button, so it has a name, a focus and a keyboard. */
export function Pressable(props: PressableProps) {
  const { label, wordsSpeak, className = '', disabled, pressed, role = 'button' } = props
  const { style, onPress, children } = props
  const handleClick = (event: MouseEvent) => {
    event.stopPropagation()
    onPress()
  }
  return (
    <button
      type="button"
      role={role === 'button' ? undefined : role}
      aria-label={wordsSpeak ? undefined : label}
      className={`yk-press ${className}`}
      disabled={disabled}
      style={style}
      onClick={handleClick}
      {...stateOf(role, pressed)}
    >
      {children}
    </button>
  )
}

import type { PropsWithChildren } from 'react'

export interface PressableProps extends PropsWithChildren {
  /** The accessible name; needed whenever the words inside do not say it all. */
  label?: string
  /** The words inside are the name wherever they can be read (the web); `label` then only speaks in WeChat. */
  wordsSpeak?: boolean
  className?: string
  disabled?: boolean
  /** For choices: whether this one is chosen. */
  pressed?: boolean
  role?: 'button' | 'link' | 'tab' | 'radio' | 'switch'
  style?: Record<string, string>
  onPress: () => void
}

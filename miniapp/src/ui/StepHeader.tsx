import { View } from '@tarojs/components'
import './step-header.scss'
import type { PropsWithChildren } from 'react'
import { named } from './named'

interface Props extends PropsWithChildren {
  /** Which step this is, from 1. */
  step: number
  count: number
  /** 第 3 题，共 8 题 */
  text: string
  /** 约 1 分钟 */
  aside?: string
}

/** 进度: one segment a step; what stands at the right may also be a control. */
export const StepHeader = ({ step, count, text, aside, children }: Props) => (
  <View className="yk-steps" {...named({ role: 'group', label: aside ? `${text}，${aside}` : text })}>
    <View className="yk-steps__bar">
      {Array.from({ length: count }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <View key={n} className={`yk-steps__part ${n < step ? 'is-done' : ''}`} />
      ))}
    </View>
    <View className="yk-steps__line">
      <View>{text}</View>
      {aside && <View className="yk-steps__aside">{aside}</View>}
      {children}
    </View>
  </View>
)

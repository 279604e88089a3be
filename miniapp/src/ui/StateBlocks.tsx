import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { ApiError, NetworkError } from '@/lib/api-client'
import { shortNumber } from '@/lib/format'
import { Button } from './Button'
import { Heading } from './Heading'
import { Icon } from './Icon'
import './state-blocks.scss'

interface Action {
  text: string
  onPress: () => void
}

interface EmptyProps extends PropsWithChildren {
  title: string
  text?: string
  /** The nearest true alternative first. */
  actions?: Action[]
}

/** 没有结果: what was looked for, and what to do next. */
export const EmptyBlock = ({ title, text, actions = [], children }: EmptyProps) => (
  <View className="yk-block">
    <View className="yk-block__art yk-block__art--empty" />
    <Heading className="yk-block__title">{title}</Heading>
    {text && <View className="yk-block__text">{text}</View>}
    <View className="yk-block__actions">
      {actions.map(({ text: words, onPress }, n) => (
        <Button key={words} full text={words} kind={n === 0 ? 'primary' : 'ghost'} onPress={onPress} />
      ))}
    </View>
    {children}
  </View>
)

interface ErrorProps extends PropsWithChildren {
  error: unknown
  /** What was not done, in the words of the page: 这次没有领到. */
  title?: string
  /** What is safe: 不会重复领. */
  safe?: string
  onRetry: () => void
}

const whatHappened = (error: unknown) => {
  if (error instanceof NetworkError) return error.timedOut ? '等了很久没有答复。' : '没有连上网络。'
  if (error instanceof ApiError) return `${error.message}。`
  return '服务出了点问题。'
}

/** 出错了: what happened, what is safe, 重试 first, and a short number to quote. */
export function ErrorBlock({ error, title = '没有打开', safe, onRetry, children }: ErrorProps) {
  const number = error instanceof ApiError && error.requestId ? shortNumber(error.requestId) : null
  return (
    <View className="yk-block">
      <View className="yk-block__art yk-block__art--error" />
      <Heading className="yk-block__title">{title}</Heading>
      <View className="yk-block__text">
        {whatHappened(error)}
        {safe}
      </View>
      <View className="yk-block__actions">
        <Button full text="重试" icon="retry" onPress={onRetry} />
      </View>
      {children}
      {number && (
        <View className="yk-block__number">
          还不行？打社区电话，报编号 <Text selectable>YK-{number}</Text>
        </View>
      )}
    </View>
  )
}

interface OfflineProps {
  /** The time of what is shown, as `07:18`. */
  seen: string
  onRetry: () => void
}

/** 没有网络: one bar under the header with the time of what is shown. */
export const OfflineBar = ({ seen, onRetry }: OfflineProps) => (
  <View className="yk-offline">
    <Icon name="offline" size={18} />
    <View className="yk-offline__text">
      没有网络。下面是 <Text className="yk-offline__time">{seen}</Text> 看到的内容
    </View>
    <Button text="重试" size="small" kind="ghost" className="yk-offline__retry" onPress={onRetry} />
  </View>
)

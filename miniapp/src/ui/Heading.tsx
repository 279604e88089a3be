import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { named } from './named'

interface Props extends PropsWithChildren {
  level?: 1 | 2 | 3
  className?: string
}

/** A heading screen readers can jump to. */
export const Heading = ({ level = 2, className, children }: Props) => (
  <View className={className} {...named({ role: 'heading', level })}>
    {children}
  </View>
)

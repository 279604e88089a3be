import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './panel.scss'

interface Props extends PropsWithChildren {
  padded?: boolean
  className?: string
}

/** A white panel on the canvas. */
export const Panel = ({ padded, className = '', children }: Props) => (
  <View className={`yk-panel ${padded ? 'yk-panel--padded' : ''} ${className}`}>{children}</View>
)

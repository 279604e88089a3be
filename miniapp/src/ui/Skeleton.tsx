import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import './skeleton.scss'
import { named } from './named'

/** True once something has lasted 300 ms: what comes sooner shows nothing in between. */
function useLate(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return late
}

interface Props {
  /** The shape of what is coming. */
  shape?: 'rows' | 'tickets' | 'lines'
  count?: number
}

const widths = ['62%', '74%', '86%']

const Lines = () => (
  <View className="yk-skeleton__lines">
    {widths.map((width) => (
      <View key={width} className="yk-skeleton__line" style={{ width }} />
    ))}
  </View>
)

/** The shape of the rows to come, after 300 ms; nothing before. */
export function Skeleton({ shape = 'rows', count = 3 }: Props) {
  const late = useLate()
  return (
    <View
      className={`yk-skeleton yk-skeleton--${shape} ${late ? '' : 'is-early'}`}
      {...named({ role: 'status', label: '正在加载' })}
    >
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
        <View key={row} className="yk-skeleton__row">
          {shape === 'rows' && <View className="yk-skeleton__tile" />}
          <Lines />
        </View>
      ))}
    </View>
  )
}

import { View } from '@tarojs/components'
import { setTextSize, textSizes, useEdition } from '@/platform/edition'
import { named } from '@/ui/named'
import { Pressable } from '@/ui/Pressable'
import './text-size.scss'

const names = { large: '大', xl: '特大', max: '最大' } as const

/** 字的大小 in the elder edition, each word in its own size. */
export function TextSizePicker() {
  const textSize = useEdition((state) => state.textSize)
  return (
    <View className="yk-sizes" {...named({ role: 'radiogroup', label: '字的大小' })}>
      {textSizes.map((size) => (
        <Pressable
          key={size}
          role="radio"
          label={`字${names[size]}`}
          pressed={size === textSize}
          className={`yk-sizes__item yk-sizes__item--${size} ${size === textSize ? 'is-on' : ''}`}
          onPress={() => setTextSize(size)}
        >
          {names[size]}
        </Pressable>
      ))}
    </View>
  )
}

import { View } from '@tarojs/components'
import './segments.scss'
import { named } from './named'
import { Pressable } from './Pressable'

interface Props<T extends string> {
  /** What is being chosen. */
  label: string
  options: readonly { value: T; text: string }[]
  value: T
  /** `tabs` for the parts of a page, `pill` for two views of the same thing. */
  look?: 'tabs' | 'pill'
  onChange: (value: T) => void
}

/** One of a few, all visible. */
export const Segments = <T extends string>({ label, options, value, look = 'pill', onChange }: Props<T>) => (
  <View className={`yk-seg yk-seg--${look}`} {...named({ role: 'tablist', label })}>
    {options.map((option) => (
      <Pressable
        key={option.value}
        role="tab"
        label={option.text}
        pressed={option.value === value}
        className={`yk-seg__item ${option.value === value ? 'is-on' : ''}`}
        onPress={() => onChange(option.value)}
      >
        {option.text}
      </Pressable>
    ))}
  </View>
)

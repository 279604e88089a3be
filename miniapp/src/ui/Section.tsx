import { Text, View } from '@tarojs/components'
import { Heading } from './Heading'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import './section.scss'

interface Props {
  title: string
  /** What stands small beside the title: 6 张. */
  sub?: string
  more?: { text: string; label: string; onPress: () => void }
}

/** The head of one part of a page. */
export const Section = ({ title, sub, more }: Props) => (
  <View className="yk-section">
    <View className="yk-section__words">
      <Heading className="yk-section__title">{title}</Heading>
      {sub && <Text className="yk-section__sub">{sub}</Text>}
    </View>
    {more && (
      <Pressable className="yk-section__more" label={more.label} onPress={more.onPress}>
        <Text>{more.text}</Text>
        <Icon name="right" size={14} />
      </Pressable>
    )}
  </View>
)

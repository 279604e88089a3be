import { Text } from '@tarojs/components'
import './tag.scss'
import { Icon, type IconName } from './Icon'

interface Props {
  text: string
  tone?: 'plain' | 'primary' | 'good' | 'warn' | 'money' | 'bad' | 'outline'
  icon?: IconName
}

/** A word about a state. Its colour never stands alone. */
export const Tag = ({ text, tone = 'plain', icon }: Props) => (
  <Text className={`yk-tag yk-tag--${tone}`}>
    {icon && <Icon name={icon} size={13} />}
    {text}
  </Text>
)

/** Marks what belongs to the demonstration world. */
export const DemoTag = () => <Text className="yk-demo">示例</Text>

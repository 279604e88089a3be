import { Text } from '@tarojs/components'
import './chip.scss'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'

interface Props {
  text: string
  label?: string
  on?: boolean
  icon?: IconName
  /** Opens a choice instead of switching. */
  opens?: boolean
  onPress: () => void
}

/** A filter or a short choice: on, off. */
export const Chip = ({ text, label, on, icon, opens, onPress }: Props) => (
  <Pressable
    label={label ?? text}
    className={`yk-chip ${on ? 'yk-chip--on' : ''}`}
    pressed={on}
    onPress={onPress}
  >
    {on && !opens && <Icon name="check" size={14} />}
    {icon && <Icon name={icon} size={16} />}
    <Text>{text}</Text>
    {opens && <Icon name="down" size={14} />}
  </Pressable>
)

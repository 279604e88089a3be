import { Text } from '@tarojs/components'
import './button.scss'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'

interface Props {
  /** The words on the button. */
  text: string
  /** The accessible name when the words alone do not say it: 领取 浆水面馆午餐券. */
  label?: string
  kind?: 'primary' | 'ghost' | 'quiet' | 'money' | 'white' | 'danger'
  size?: 'normal' | 'small'
  icon?: IconName
  full?: boolean
  disabled?: boolean
  className?: string
  onPress: () => void
}

/** 按钮: one height, one shape; `money` only where money is received or saved. */
export function Button(props: Props) {
  const {
    text,
    label,
    kind = 'primary',
    size = 'normal',
    icon,
    full,
    disabled,
    className = '',
    onPress,
  } = props
  const look = `yk-btn yk-btn--${kind} yk-btn--${size}${full ? ' yk-btn--full' : ''} ${className}`
  return (
    <Pressable label={label ?? text} className={look} disabled={disabled} onPress={onPress}>
      {icon && <Icon name={icon} />}
      <Text>{text}</Text>
    </Pressable>
  )
}

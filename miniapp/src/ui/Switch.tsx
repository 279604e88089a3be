import { View } from '@tarojs/components'
import { Pressable } from './Pressable'
import './switch.scss'

interface Props {
  text: string
  note?: string
  on: boolean
  onChange: (on: boolean) => void
}

/** On or off, the whole row to tap. */
export const Switch = ({ text, note, on, onChange }: Props) => (
  <Pressable
    role="switch"
    className="yk-switch"
    label={note ? `${text}，${note}` : text}
    pressed={on}
    onPress={() => onChange(!on)}
  >
    <View className="yk-switch__words">
      <View>{text}</View>
      {note && <View className="yk-switch__note">{note}</View>}
    </View>
    <View className={`yk-switch__track ${on ? 'is-on' : ''}`}>
      <View className="yk-switch__knob" />
    </View>
  </Pressable>
)

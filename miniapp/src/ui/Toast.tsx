import { View } from '@tarojs/components'
import { useToast } from '@/platform/toast'
import { named } from './named'
import './toast.scss'

/** Shows what `toast()` says. Every page has one. */
export function Toast() {
  const shown = useToast((state) => state.shown)
  return (
    <View className="yk-toast" {...named({ role: 'status' })}>
      {shown && (
        <View key={shown.id} className={`yk-toast__text yk-toast__text--${shown.tone}`}>
          {shown.text}
        </View>
      )}
    </View>
  )
}

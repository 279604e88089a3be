import { Text, View } from '@tarojs/components'
import type { Coupon } from '@yikezhong/shared/coupon/coupon.contract'
import { yuan } from '@/lib/format'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { named } from '@/ui/named'
import { DemoTag } from '@/ui/Tag'
import { type CodeClock, type ShownCode, spacedDigits } from '../code-clock'
import type { CodeView } from '../code-view'
import { QrPicture } from './QrPicture'
import './code-ticket.scss'

/** What the coupon is worth and on what condition. */
export const CouponWorth = ({ coupon }: { coupon: Coupon }) => (
  <View className="code-worth">
    <View className="code-worth__title">
      {coupon.title} {coupon.isDemo && <DemoTag />}
    </View>
    <View className="code-worth__line">
      <Text className="code-worth__sign">¥</Text>
      <Text className="code-worth__value">{yuan(coupon.faceValueFen)}</Text>
      <Text className="code-worth__condition">
        {coupon.minSpendFen > 0 ? `满 ${yuan(coupon.minSpendFen)} 元可用` : '无门槛'}
      </Text>
    </View>
  </View>
)

interface CodeProps {
  shown: ShownCode
  clock: CodeClock
  title: string
}

/** The code itself: picture, digits and the seconds it has left. Only the ring moves. */
export const LiveCode = ({ shown, clock, title }: CodeProps) => {
  const digits = spacedDigits(shown.code.digits)
  return (
    <View className="code-live">
      <View className="code-live__picture">
        <QrPicture text={shown.code.code} label={`${title}的券码`} />
      </View>
      <View className="code-live__digits" {...named({ role: 'img', label: `8 位数 ${digits}` })}>
        {digits}
      </View>
      <View className="code-live__ring">
        <Icon name={`dial-${Math.round(clock.share * 15)}`} size={18} className="code-live__dial" />
        <Text>{clock.secondsLeft} 秒后自动换码，截图无效</Text>
      </View>
    </View>
  )
}

const waiting: Record<Exclude<CodeView, 'valid' | 'used' | 'expired'>, string> = {
  changing: '正在换码…',
  offline: '没有网络，换不了新码。连上网就能用，券不会丢。',
  refused: '现在不能出码',
}

interface WaitingProps {
  view: keyof typeof waiting
  reason?: string
  onRetry: () => void
}

/** In the place of the code while there is none. */
export const WaitingCode = ({ view, reason, onRetry }: WaitingProps) => (
  <View className="code-live" {...named({ role: 'status' })}>
    <View className={`code-live__picture code-live__picture--${view}`}>
      {view !== 'changing' && <Icon name={view === 'offline' ? 'offline' : 'info'} size={40} />}
      <View className="code-live__sentence">{reason ?? waiting[view]}</View>
      {view === 'offline' && <Button text="重试" icon="retry" kind="ghost" onPress={onRetry} />}
    </View>
  </View>
)

import { Text, View } from '@tarojs/components'
import { open } from '@/platform/navigate'
import { Button } from '@/ui/Button'
import { Heading } from '@/ui/Heading'
import { Icon } from '@/ui/Icon'
import { DemoTag } from '@/ui/Tag'
import './coupon-card.scss'
import type { CouponFace } from './coupon-face'

interface Props {
  face: CouponFace
  /** 领取中…: the button keeps its place and waits. */
  claiming?: boolean
  onClaim?: (templateId: string) => void
}

function press({ face: { id, action }, onClaim }: Props) {
  if (action.kind === 'claim') onClaim?.(id)
  if (action.kind === 'use') open('couponCode', { couponId: action.couponId })
}

const kinds = { claim: 'money', use: 'ghost', none: 'quiet' } as const

function CouponButton({ full, ...props }: Props & { full?: boolean }) {
  const { face, claiming } = props
  const { kind, text } = face.action
  const waiting = claiming && kind === 'claim'
  return (
    <Button
      size="small"
      full={full}
      kind={kinds[kind]}
      className="yk-coupon__button"
      text={waiting ? '领取中…' : text}
      label={`${waiting ? '领取中…' : text} ${face.title}`}
      disabled={kind === 'none' || waiting}
      onPress={() => press(props)}
    />
  )
}

const Notes = ({ notes }: Pick<CouponFace, 'notes'>) => (
  <>
    {notes.map(({ text, good }) => (
      <View key={text} className={`yk-coupon__note ${good ? 'is-good' : ''}`}>
        {good && <Icon name="check" size={13} />}
        {text}
      </View>
    ))}
  </>
)

/** 券: what it is worth, on what condition, until when, and one action. */
export function CouponCard(props: Props) {
  const { face } = props
  return (
    <View className={`yk-coupon ${face.dim ? 'is-dim' : ''}`}>
      <View className="yk-coupon__value">
        <View className="yk-coupon__amount">
          <Text className="yk-coupon__yuan">¥</Text>
          {face.value}
        </View>
        <View className="yk-coupon__condition">{face.condition}</View>
      </View>
      <View className="yk-coupon__body">
        <View className="yk-coupon__title">
          <Heading level={3} className="yk-coupon__name">
            {face.title}
          </Heading>
          {face.isDemo && <DemoTag />}
        </View>
        <View className="yk-coupon__line">{face.line}</View>
        <View className="yk-coupon__foot">
          <View className="yk-coupon__notes">
            {face.left !== null && (
              <View className="yk-coupon__bar">
                <View className="yk-coupon__left" style={{ width: `${Math.round(face.left * 100)}%` }} />
              </View>
            )}
            <Notes notes={face.notes} />
          </View>
          <CouponButton {...props} />
        </View>
      </View>
    </View>
  )
}

/** 券 in a strip: value, title, one line, one button. */
export function CouponMini(props: Props) {
  const { face } = props
  return (
    <View className={`yk-mini ${face.dim ? 'is-dim' : ''}`}>
      <View className="yk-mini__value">
        <Text className="yk-mini__yuan">¥</Text>
        {face.value}
        <Text className="yk-mini__condition">{face.condition}</Text>
      </View>
      <Heading level={3} className="yk-mini__name">
        {face.title}
      </Heading>
      <View className="yk-mini__line">{face.notes[0]?.text}</View>
      <CouponButton {...props} full />
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { yuanExact } from '@/lib/format'
import { Heading } from '@/ui/Heading'
import { Icon, type IconName } from '@/ui/Icon'
import { named } from '@/ui/named'
import { redeemAdvice } from '../redeem-advice'
import type { RedeemOutcome } from '../redeem-desk'
import './result-head.scss'

/** `reversed` is a done redemption taken back since. */
export type ResultTone = RedeemOutcome['kind'] | 'reversed'

const icons: Record<ResultTone, IconName> = {
  done: 'check',
  refused: 'close',
  unknown: 'offline',
  reversed: 'undo',
}

interface HeadProps {
  tone: ResultTone
  title: string
  text: string
  amountFen?: number
}

/** Read at arm's length across the counter: colour, sign, one sentence, the amount. */
const Head = ({ tone, title, text, amountFen }: HeadProps) => (
  <View className={`result-head result-head--${tone}`} {...named({ role: 'alert' })}>
    <View className="result-head__ring">
      <View className="result-head__mark">
        <Icon name={icons[tone]} size={44} />
      </View>
    </View>
    <Heading className="result-head__title">{title}</Heading>
    <View className="result-head__text">{text}</View>
    {amountFen !== undefined && (
      <View className="result-head__amount">
        <Text className="result-head__yuan">¥</Text>
        {yuanExact(amountFen)}
      </View>
    )}
  </View>
)

interface Props {
  outcome: RedeemOutcome
  isReversed: boolean
}

export function ResultHead({ outcome, isReversed }: Props) {
  if (outcome.kind === 'refused')
    return <Head tone="refused" title={outcome.error.message} text={redeemAdvice(outcome.error.code)} />
  if (outcome.kind === 'unknown')
    return (
      <Head
        tone="unknown"
        title="还不知道核没核成"
        text="没有收到答复。连上网后点「再试一次」，同一张券不会核两次。"
      />
    )
  if (isReversed) return <Head tone="reversed" title="已撤销" text="券退回顾客了，这单请按原价收。" />
  return <Head tone="done" title="核销成功" text="这单请少收" amountFen={outcome.redemption.discountFen} />
}

import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cityDay, clockTime, dayLabel, yuan, yuanExact } from '@/lib/format'
import { Panel } from '@/ui/Panel'
import { DemoTag } from '@/ui/Tag'
import type { Redeemed } from '../merchant.queries'
import './result-details.scss'

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="result-line">
    <Text className="result-line__name">{name}</Text>
    <View className="result-line__value">{children}</View>
  </View>
)

const seconds = (instant: string) => new Date(instant).getUTCSeconds().toString().padStart(2, '0')

const rule = ({ minSpendFen, faceValueFen }: Redeemed) =>
  minSpendFen > 0 ? `满 ${yuan(minSpendFen)} 减 ${yuan(faceValueFen)}` : `减 ${yuan(faceValueFen)}`

/** What was redeemed, whose it was, when, and who bears it. */
export const ResultDetails = ({ redemption }: { redemption: Redeemed }) => (
  <Panel className="result-details">
    <Line name="券">
      {redemption.title}（{rule(redemption)}） {redemption.isDemo && <DemoTag />}
    </Line>
    {redemption.customerTail && <Line name="顾客">手机尾号 {redemption.customerTail}</Line>}
    <Line name="时间">
      {dayLabel(cityDay(redemption.redeemedAt))} {clockTime(redemption.redeemedAt)}:
      {seconds(redemption.redeemedAt)}
    </Line>
    <Line name="门店">{redemption.outletName}</Line>
    <Line name="结算">
      政府补 ¥{yuanExact(redemption.governmentFen)}，本店让 ¥{yuanExact(redemption.merchantFen)}
    </Line>
  </Panel>
)

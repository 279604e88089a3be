import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { ApiError, newIdempotencyKey } from '@/lib/api-client'
import { useNow } from '@/platform/clock'
import { toast } from '@/platform/toast'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Pressable } from '@/ui/Pressable'
import { Sheet } from '@/ui/Sheet'
import { type Redeemed, useReverse } from '../merchant.queries'
import { countdown } from '../redeem-attempt'
import './undo.scss'

interface Props {
  redemption: Redeemed
  tookMs: number
  onReversed: () => void
}

function useUndo({ redemption, onReversed }: Props) {
  const reverse = useReverse()
  const requestNo = useRef(newIdempotencyKey())
  const undo = () =>
    reverse.mutate(
      { redemptionId: redemption.id, outletId: redemption.outletId, requestNo: requestNo.current },
      {
        onSuccess: onReversed,
        onError: (error) =>
          toast(error instanceof ApiError ? error.message : '没有收到答复，再点一次就行，不会重复撤', 'bad'),
      },
    )
  return { undo, isBusy: reverse.isPending }
}

/** 撤销: five minutes, counted down, asked once more before the coupon goes back. */
export function Undo(props: Props) {
  const { redemption, tookMs } = props
  const [isAsking, setAsking] = useState(false)
  const { undo, isBusy } = useUndo(props)
  const left = countdown(redemption.reversibleUntil, useNow(1000).getTime())
  return (
    <View className="undo">
      <Text>
        今天第 {redemption.todayCount} 张·用时 {(tookMs / 1000).toFixed(1)} 秒
      </Text>
      {left && (
        <Pressable className="undo__button" label="核错了，撤销" onPress={() => setAsking(true)}>
          <Icon name="undo" size={18} />
          <Text>核错了，撤销({left})</Text>
        </Pressable>
      )}
      {left && isAsking && (
        <Sheet title="撤销这次核销？" onClose={() => setAsking(false)}>
          <View className="undo__text">券退回顾客，这单按原价收。今天的合计会跟着改。</View>
          <View className="undo__choices">
            <Button full kind="danger" text={isBusy ? '撤销中…' : '撤销'} disabled={isBusy} onPress={undo} />
            <Button full kind="ghost" text="不撤" onPress={() => setAsking(false)} />
          </View>
        </Sheet>
      )}
    </View>
  )
}

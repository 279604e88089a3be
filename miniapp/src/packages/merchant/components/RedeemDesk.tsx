import { Text, View } from '@tarojs/components'
import { useNetwork } from '@/platform/network'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { Pressable } from '@/ui/Pressable'
import './redeem-desk.scss'

interface Props {
  isBusy: boolean
  onScan: () => void
  onType: () => void
}

/** 核销台: two ways in, scanning the largest. */
export function RedeemDesk({ isBusy, onScan, onType }: Props) {
  const isOnline = useNetwork((state) => state.online)
  return (
    <View className="desk">
      <Pressable className="desk__scan" label="扫码核销" disabled={isBusy} onPress={onScan}>
        <Icon name="scan" size={46} />
        <View className="desk__scan-text">{isBusy ? '核销中…' : '扫码核销'}</View>
      </Pressable>
      <Button full className="desk__type" icon="keypad" text="输 8 位数" disabled={isBusy} onPress={onType} />
      <View className="desk__network">
        <Icon name={isOnline ? 'online' : 'offline'} size={16} />
        <Text>{isOnline ? '网络正常' : '没有网络，连上以后才能核销'}</Text>
      </View>
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { TextField } from '@/ui/TextField'
import { spacedDigits, typedDigits } from '../redeem-attempt'
import './type-sheet.scss'

interface Props {
  isBusy: boolean
  onSubmit: (digits: string) => void
  onClose: () => void
}

/** 输 8 位数: the digits the customer reads out. What is typed stays until it is sent. */
export function TypeSheet({ isBusy, onSubmit, onClose }: Props) {
  const [digits, setDigits] = useState('')
  const isComplete = digits.length === 8
  const submit = () => {
    if (isComplete && !isBusy) onSubmit(digits)
  }
  return (
    <Sheet title="输 8 位数" onClose={onClose}>
      <View className="type-sheet__hint">顾客手机上券码下面的数字，分两段，每段 4 位。</View>
      <TextField
        numeric
        autoFocus
        label="8 位数"
        placeholder="0000 0000"
        className="yk-field--box type-sheet__field"
        value={spacedDigits(digits)}
        maxLength={9}
        onChange={(text) => setDigits(typedDigits(text))}
        onConfirm={submit}
      />
      <Button
        full
        text={isBusy ? '核销中…' : isComplete ? '核销' : `还差 ${8 - digits.length} 位`}
        disabled={!isComplete || isBusy}
        onPress={submit}
      />
    </Sheet>
  )
}

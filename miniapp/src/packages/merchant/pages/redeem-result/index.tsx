import { View } from '@tarojs/components'
import { useState } from 'react'
import { goBack, replace } from '@/platform/navigate'
import { Button } from '@/ui/Button'
import { Page } from '@/ui/Page'
import { EmptyBlock } from '@/ui/StateBlocks'
import { ResultDetails } from '../../components/ResultDetails'
import { ResultHead } from '../../components/ResultHead'
import { Undo } from '../../components/Undo'
import type { RedeemAttempt } from '../../redeem-attempt'
import { type RedeemOutcome, useRedeemDesk } from '../../redeem-desk'
import { useRedeemFlow } from '../../use-redeem-flow'
import './index.scss'

interface ResultProps {
  outcome: RedeemOutcome
  attempt: RedeemAttempt
}

function Actions({ outcome, attempt }: ResultProps) {
  const setTyping = useRedeemDesk((state) => state.setTyping)
  const flow = useRedeemFlow(attempt.outletId, () => {})
  const typeNext = () => {
    setTyping(true)
    goBack()
  }
  const isUnknown = outcome.kind === 'unknown'
  return (
    <View className="result-actions">
      {isUnknown ? (
        <Button
          full
          className="result-actions__first"
          icon="retry"
          text={flow.isBusy ? '核销中…' : '再试一次'}
          disabled={flow.isBusy}
          onPress={() => flow.submit(attempt.code)}
        />
      ) : (
        <Button
          full
          className="result-actions__first"
          icon="scan"
          text={flow.isBusy ? '核销中…' : '继续扫下一张'}
          disabled={flow.isBusy}
          onPress={flow.scan}
        />
      )}
      <View className="result-actions__others">
        <Button kind="ghost" text="输 8 位数" onPress={typeNext} />
        <Button kind="ghost" text="回工作台" onPress={goBack} />
      </View>
    </View>
  )
}

function Result({ outcome, attempt }: ResultProps) {
  const [isReversed, setReversed] = useState(false)
  const tone = isReversed ? 'reversed' : outcome.kind
  return (
    <Page
      title="核销结果"
      className={`result-page result-page--${tone}`}
      footer={<Actions outcome={outcome} attempt={attempt} />}
    >
      <ResultHead outcome={outcome} isReversed={isReversed} />
      {outcome.kind === 'done' && (
        <>
          <ResultDetails redemption={outcome.redemption} />
          {!isReversed && (
            <Undo
              redemption={outcome.redemption}
              tookMs={outcome.tookMs}
              onReversed={() => setReversed(true)}
            />
          )}
        </>
      )}
    </Page>
  )
}

/** 核销结果: how the last attempt at this counter ended, and what to do next. */
export default function RedeemResultPage() {
  const { outcome, outcomeNo, attempt } = useRedeemDesk()
  if (outcome && attempt) return <Result key={outcomeNo} outcome={outcome} attempt={attempt} />
  return (
    <Page title="核销结果">
      <EmptyBlock
        title="这里显示刚核销的结果"
        text="以前的核销在工作台的「最近核销」里。"
        actions={[{ text: '回工作台', onPress: () => replace('workbench') }]}
      />
    </Page>
  )
}

import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { pageParam } from '@/platform/navigate'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorBlock } from '@/ui/StateBlocks'
import { AnswerForm } from '../../components/AnswerForm'
import { SurveyEnd } from '../../components/SurveyEnd'
import { useSurveyWaves } from '../../survey.queries'
import type { SurveyEndKind } from '../../use-survey-form'

/** 满意度调查: the wave asked for, or the one that is open. */
export default function SurveyPage() {
  const waveId = pageParam(useRouter().params, 'waveId')
  const [end, setEnd] = useState<SurveyEndKind | null>(null)
  const waves = useSurveyWaves()
  const items = waves.data?.items ?? []
  const wave = waveId ? items.find(({ id }) => id === waveId) : items.find(({ isOpen }) => isOpen)
  if (!end && wave?.isOpen && !wave.answeredByMe && wave.questions.length > 0)
    return <AnswerForm key={wave.id} wave={wave} onEnd={setEnd} />
  return (
    <Page title="满意度调查">
      {waves.isPending && <Skeleton shape="lines" count={4} />}
      {waves.isError && !waves.data && (
        <ErrorBlock
          error={waves.error}
          title="没有打开调查"
          safe="填过的答案还在手机里。"
          onRetry={() => void waves.refetch()}
        />
      )}
      {waves.data && <SurveyEnd kind={end ?? (wave?.answeredByMe ? 'answered' : 'closed')} />}
    </Page>
  )
}

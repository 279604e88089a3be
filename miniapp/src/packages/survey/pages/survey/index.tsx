import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useSurveyWaves } from '@/features/survey/survey.queries'
import { pageParam } from '@/platform/navigate'
import { Page } from '@/ui/Page'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorBlock } from '@/ui/StateBlocks'
import { AnswerForm } from '../../components/AnswerForm'
import { SurveyEnd } from '../../components/SurveyEnd'
import type { SurveyEndKind } from '../../use-survey-form'

/** The waves, kept while they are asked again after login: the form must not go away under its answers. */
function useKeptWaves() {
  const waves = useSurveyWaves()
  const kept = useRef(waves.data)
  if (waves.data) kept.current = waves.data
  return { waves, items: kept.current?.items }
}

/** 满意度调查: the wave asked for, or the one that is open. */
export default function SurveyPage() {
  const { params } = useRouter()
  const waveId = pageParam(params, 'waveId')
  const [end, setEnd] = useState<SurveyEndKind | null>(null)
  const { waves, items } = useKeptWaves()
  const wave = waveId ? items?.find(({ id }) => id === waveId) : items?.find(({ isOpen }) => isOpen)
  if (!end && wave?.isOpen && !wave.answeredByMe && wave.questions.length > 0)
    return <AnswerForm key={wave.id} wave={wave} circleId={pageParam(params, 'circleId')} onEnd={setEnd} />
  return (
    <Page title="满意度调查">
      {!items && !waves.isError && <Skeleton shape="lines" count={4} />}
      {waves.isError && !items && (
        <ErrorBlock
          error={waves.error}
          title="没有打开调查"
          safe="填过的答案还在手机里。"
          onRetry={() => void waves.refetch()}
        />
      )}
      {items && <SurveyEnd kind={end ?? (wave?.answeredByMe ? 'answered' : 'closed')} />}
    </Page>
  )
}

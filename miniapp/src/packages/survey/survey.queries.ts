import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SurveyWave, submitSurveyResponse } from '@yikezhong/shared/survey/survey.contract'
import { call } from '@/lib/api-client'
import { type SurveyDraft, toAnswers } from './survey-draft'

interface Submission {
  wave: SurveyWave
  draft: SurveyDraft
  circleId: string
  requestNo: string
}

/** 提交答卷. */
export function useSubmitSurvey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ wave, draft, circleId, requestNo }: Submission) =>
      call(
        submitSurveyResponse,
        { params: { waveId: wave.id }, body: { circleId, answers: toAnswers(draft, wave.questions) } },
        { idempotencyKey: requestNo },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['survey-waves'] }),
  })
}

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  listSurveyWaves,
  type SurveyWave,
  submitSurveyResponse,
} from '@yikezhong/shared/survey/survey.contract'
import { call } from '@/lib/api-client'
import { useSession } from '@/platform/session'
import { type SurveyDraft, toAnswers } from './survey-draft'

/** 满意度调查, open ones first; whether I have answered is my own, so it is asked again after login. */
export function useSurveyWaves() {
  const residentId = useSession((state) => state.resident?.id ?? null)
  return useQuery({
    queryKey: ['survey-waves', residentId],
    queryFn: () => call(listSurveyWaves, {}),
    // logging in at the end must not take the form away
    placeholderData: keepPreviousData,
  })
}

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

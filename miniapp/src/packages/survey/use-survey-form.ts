import type { SurveyWave } from '@yikezhong/shared/survey/survey.contract'
import { ApiError, newIdempotencyKey } from '@/lib/api-client'
import { usePlace } from '@/platform/place'
import { requireLogin } from '@/platform/session'
import { useSubmitSurvey } from './survey.queries'
import { forgetDraft, useSurveyDraft } from './use-survey-draft'

/** How a survey ends on this phone. */
export type SurveyEndKind = 'thanks' | 'answered' | 'closed'

const whyLogin = '登录只用来保证每人每次填一份；结果里不显示是谁填的。'

/** 作答: the draft, where the person stands in it, and sending it. */
export function useSurveyForm(
  wave: SurveyWave,
  givenCircleId: string | null,
  onEnd: (end: SurveyEndKind) => void,
) {
  const placeCircleId = usePlace((state) => state.circleId)
  const [draft, dispatch] = useSurveyDraft(wave, givenCircleId ?? placeCircleId)
  const submission = useSubmitSurvey()
  const question = wave.questions[draft.step]

  const finish = (kind: SurveyEndKind) => {
    forgetDraft(wave.id)
    onEnd(kind)
  }

  const submit = async () => {
    const { circleId } = draft
    if (!circleId || submission.isPending || !(await requireLogin(whyLogin))) return
    const requestNo = draft.requestNo ?? newIdempotencyKey()
    dispatch({ type: 'submitting', requestNo })
    submission.mutate(
      { wave, draft, circleId, requestNo },
      {
        onSuccess: () => finish('thanks'),
        onError: (error) => {
          if (!(error instanceof ApiError)) return
          if (error.code === 'SURVEY_ALREADY_ANSWERED') finish('answered')
          if (error.code === 'SURVEY_NOT_OPEN') finish('closed')
        },
      },
    )
  }

  return { draft, dispatch, question, submission, submit: () => void submit() }
}

export type SurveyForm = ReturnType<typeof useSurveyForm>

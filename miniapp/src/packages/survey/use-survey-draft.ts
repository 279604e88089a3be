import type { SurveyWave } from '@yikezhong/shared/survey/survey.contract'
import { useEffect, useReducer } from 'react'
import { storage } from '@/platform/storage'
import { isStarted, newDraft, resumeDraft, type SurveyDraft, surveyReducer } from './survey-draft'

const keyOf = (waveId: string) => `survey-draft:${waveId}`

const firstDraft = ({ wave, circleId }: { wave: SurveyWave; circleId: string | null }): SurveyDraft =>
  resumeDraft(storage.get(keyOf(wave.id)), wave, Date.now()) ?? newDraft(wave.id, circleId)

/** The answers so far, written to the phone at every change and taken up again within a day. */
export function useSurveyDraft(wave: SurveyWave, circleId: string | null) {
  const [draft, dispatch] = useReducer(surveyReducer, { wave, circleId }, firstDraft)
  useEffect(() => {
    if (isStarted(draft)) storage.set(keyOf(draft.waveId), { ...draft, savedAt: Date.now() })
  }, [draft])
  return [draft, dispatch] as const
}

export const forgetDraft = (waveId: string) => storage.remove(keyOf(waveId))

import { listSurveyWaves } from '@yikezhong/shared/survey/survey.contract'
import { call } from '@/lib/api-client'
import { useSeenQuery } from '@/platform/last-seen'
import { useSession } from '@/platform/session'

/** 满意度调查 rounds, the open ones first; asked again after login, when it is known what the person has answered. */
export function useSurveyWaves() {
  const residentId = useSession((state) => state.resident?.id ?? null)
  return useSeenQuery({
    queryKey: ['survey-waves', { residentId }],
    queryFn: () => call(listSurveyWaves, {}),
  })
}

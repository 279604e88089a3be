import type * as Wire from '@yikezhong/shared/survey/survey.contract'
import { cityDay } from '@yikezhong/shared/time/city-day'
import type { SurveyResponse } from './survey-response.entity.js'
import type { SurveyQuestion, SurveyWave } from './survey-wave.entity.js'

export const presentWave = (wave: SurveyWave, now: Date) => ({
  id: wave.id,
  title: wave.title,
  opensAt: wave.opensAt.toISOString(),
  closesAt: wave.closesAt.toISOString(),
  isOpen: wave.opensAt <= now && now < wave.closesAt,
  isDemo: wave.isDemo,
})

export const presentQuestion = ({
  id,
  kind,
  text,
  hint,
  formatCode,
  isRequired,
}: SurveyQuestion): Wire.Question => ({
  id,
  kind,
  text,
  hint,
  formatCode,
  isRequired,
})

/** A record without the person: the day, not the minute, and no rating while the circle is not published. */
export const presentRecord = (response: SurveyResponse, published: boolean) => ({
  id: response.id,
  submittedOn: cityDay(response.submittedAt),
  channel: response.channel,
  overall: published ? response.overall : null,
  wants: response.answers.find((answer) => answer.t)?.t ?? null,
})

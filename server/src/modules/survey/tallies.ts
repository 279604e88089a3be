import type { SurveyResponse, SurveyTally } from './survey-response.entity.js'

/** How the tally stores 不了解. */
export const UNKNOWN = 0

/** What responses add to the tally, in the order of its primary key; texts are not counted. */
export function talliesOf(responses: readonly SurveyResponse[]): SurveyTally[] {
  const tallies = new Map<string, SurveyTally>()
  for (const { waveId, circleId, answers } of responses)
    for (const { q: questionId, r } of answers) {
      if (r === undefined) continue
      const rating = r ?? UNKNOWN
      const key = [waveId, circleId, questionId].map((id) => id.padStart(19, '0')).join('.') + rating
      const tally = tallies.get(key) ?? { waveId, circleId, questionId, rating, count: 0 }
      tallies.set(key, { ...tally, count: tally.count + 1 })
    }
  return [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally)
}

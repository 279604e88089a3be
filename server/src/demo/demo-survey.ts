import { cityDay, cityDayStart } from '@yikezhong/shared/time/city-day'
import type { DemoResponse, DemoWave } from '../modules/survey/index.js'
import type { DemoSurvey } from './demo-files.js'
import type { Dice } from './dice.js'

const DAY_MS = 86_400_000
type Wave = DemoSurvey['waves'][number]

interface Cast {
  circleId: (code: string) => string
  crowd: readonly string[]
}

/** 示例调查: as many satisfied answers per circle as the file says, the rest of each answer drawn. */
export function demoWaves(survey: DemoSurvey, cast: Cast, dice: Dice, now: Date): DemoWave[] {
  return survey.waves.map((wave) => {
    const today = cityDayStart(now).getTime()
    const opensAt = new Date(today - wave.opensDaysAgo * DAY_MS)
    const closesAt = new Date(today + wave.closesInDays * DAY_MS)
    const until = Math.min(now.getTime(), closesAt.getTime() - 1)
    const responses = answersOf(survey, wave, cast, dice).map((response) => ({
      ...response,
      submittedAt: new Date(opensAt.getTime() + Math.floor((until - opensAt.getTime()) * dice.share())),
    }))
    responses.sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime())
    return { title: titleOf(opensAt), opensAt, closesAt, questions: survey.questions, responses }
  })
}

/** 2026 年下半年居民满意度调查. */
function titleOf(opensAt: Date): string {
  const [year, month] = cityDay(opensAt).split('-')
  return `${year} 年${Number(month) <= 6 ? '上' : '下'}半年居民满意度调查`
}

type Unsent = Omit<DemoResponse, 'submittedAt'>

function answersOf(survey: DemoSurvey, wave: Wave, cast: Cast, dice: Dice): Unsent[] {
  let next = 0
  return Object.entries(wave.circles).flatMap(([code, [responses, satisfied]]) => {
    const circleId = cast.circleId(code)
    return Array.from({ length: responses }, (_, at): Unsent => {
      const residentId = cast.crowd[next++]
      if (!residentId) throw new Error('the crowd is too small for the survey')
      const overall = at < satisfied ? dice.pick([4, 4, 5]) : dice.pick([1, 2, 3, 3])
      return { circleId, residentId, channel: channel(dice), ...answer(survey, overall, dice) }
    })
  })
}

const channel = (dice: Dice) =>
  dice.pick(['phone', 'phone', 'phone', 'phone', 'phone', 'paper', 'desk'] as const)

/** Who is satisfied on the whole is so with most formats, and the other way round. */
function answer({ questions, unknownShares, wants, wantShare }: DemoSurvey, overall: number, dice: Dice) {
  const isSatisfied = overall >= 4
  const ratings = questions.map(({ kind, formatCode }) => {
    if (kind === 'overall') return overall
    if (kind === 'text' || !formatCode) return undefined
    if (dice.chance(unknownShares[formatCode] ?? 0)) return null
    return dice.chance(isSatisfied ? 0.93 : 0.45) ? dice.int(4, 5) : dice.int(1, 3)
  })
  const texts = questions.map(({ kind }) =>
    kind === 'text' && dice.chance(wantShare) ? dice.pick(wants) : undefined,
  )
  return { ratings, texts }
}

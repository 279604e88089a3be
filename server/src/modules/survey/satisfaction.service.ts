import { Injectable } from '@nestjs/common'
import type * as Wire from '@yikezhong/shared/survey/survey.contract'
import { verdictOf } from '@yikezhong/shared/survey/verdict'
import { wilson } from '@yikezhong/shared/survey/wilson'
import { In } from 'typeorm'
import type { StaffActor } from '../../platform/auth/actor.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { CircleService, type CircleView } from '../circle/index.js'
import { SatisfactionTargets } from './satisfaction-targets.js'
import { presentWave } from './survey.presenter.js'
import { SurveyService } from './survey.service.js'
import { SurveyTally } from './survey-response.entity.js'
import { SurveyQuestion, type SurveyWave } from './survey-wave.entity.js'
import { UNKNOWN } from './tallies.js'

/** Ratings 4 (满意) and 5 (很满意) count as satisfied. */
const SATISFIED_FROM = 4

/** Numbers of ratings 1 to 5, and of 不了解. */
export interface RatingCounts {
  counts: number[]
  unknown: number
}

export const ratedIn = ({ counts }: RatingCounts) => counts.reduce((sum, count) => sum + count, 0)
export const satisfiedIn = ({ counts }: RatingCounts) =>
  counts.slice(SATISFIED_FROM - 1).reduce((sum, count) => sum + count, 0)

/** 居民满意度: what the tally says of each circle in the officer's division, in the plan's order. */
@Injectable()
export class SatisfactionService {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly circles: CircleService,
    private readonly surveys: SurveyService,
    private readonly targets: SatisfactionTargets,
  ) {}

  async overview(officer: StaffActor, waveId?: string) {
    const wave = await this.surveys.waveOrLatest(waveId)
    const target = this.targets.of(wave)
    const circles = this.circles.circlesInScope(officer.divisionCode)
    const overall = await this.overallCounts(wave, circles)
    const now = this.clock.now()
    return {
      wave: presentWave(wave, now),
      asOf: now.toISOString(),
      ...target,
      items: circles.map((circle) => this.ofCircle(circle, wave, overall.get(circle.id) ?? none())),
    }
  }

  ofCircle(circle: CircleView, wave: SurveyWave, counts: RatingCounts): Wire.CircleSatisfaction {
    const target = this.targets.of(wave)
    const n = ratedIn(counts)
    const satisfied = satisfiedIn(counts)
    const published = n >= target.minimumN
    const interval = published ? wilson(satisfied, n) : null
    return {
      circleId: circle.id,
      circleName: circle.name,
      shortName: circle.shortName,
      communities: communitiesOf(circle),
      published,
      n,
      responses: n + counts.unknown,
      missing: Math.max(0, target.minimumN - n),
      satisfied: published ? satisfied : null,
      satisfiedShare: published ? satisfied / n : null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      verdict: verdictOf(satisfied, n, target),
    }
  }

  /** Ratings of each question in one circle. */
  async countsByQuestion(wave: SurveyWave, circleId: string): Promise<Map<string, RatingCounts>> {
    const rows = await this.tx.repo(SurveyTally).findBy({ waveId: wave.id, circleId })
    return gather(rows, (row) => row.questionId)
  }

  private async overallCounts(wave: SurveyWave, circles: CircleView[]): Promise<Map<string, RatingCounts>> {
    const question = await this.tx.repo(SurveyQuestion).findOneBy({ waveId: wave.id, kind: 'overall' })
    if (!question || circles.length === 0) return new Map()
    const circleId = In(sqlIds(circles.map((circle) => circle.id)))
    const rows = await this.tx
      .repo(SurveyTally)
      .findBy({ waveId: wave.id, circleId, questionId: question.id })
    return gather(rows, (row) => row.circleId)
  }
}

export const none = (): RatingCounts => ({ counts: [0, 0, 0, 0, 0], unknown: 0 })

function gather(rows: SurveyTally[], keyOf: (row: SurveyTally) => string): Map<string, RatingCounts> {
  const byKey = new Map<string, RatingCounts>()
  for (const row of rows) {
    const counts = byKey.get(keyOf(row)) ?? none()
    if (row.rating === UNKNOWN) counts.unknown += row.count
    else counts.counts[row.rating - 1] = row.count
    byKey.set(keyOf(row), counts)
  }
  return byKey
}

/** 聚宝盆等 4 个社区: the centre community's name stands for the circle. */
function communitiesOf(circle: CircleView): string {
  const centre = circle.communities.find((community) => community.isCentre) ?? circle.communities[0]
  const name = centre?.shortName.replace(/社区$/, '') ?? ''
  return `${name}等 ${circle.communities.length} 个社区`
}

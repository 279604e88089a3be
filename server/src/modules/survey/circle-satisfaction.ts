import { Injectable } from '@nestjs/common'
import { surveyChannels } from '@yikezhong/shared/survey/survey.contract'
import { LessThan } from 'typeorm'
import type { StaffActor } from '../../platform/auth/actor.js'
import { Tx } from '../../platform/database/tx.js'
import { cutPage, decodeCursor, encodeCursor } from '../../platform/http/cursor.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { CircleService, type CircleView, CityPack } from '../circle/index.js'
import { none, type RatingCounts, ratedIn, SatisfactionService, satisfiedIn } from './satisfaction.service.js'
import { SatisfactionTargets } from './satisfaction-targets.js'
import { presentRecord } from './survey.presenter.js'
import { SurveyService } from './survey.service.js'
import { type SurveyChannel, SurveyResponse } from './survey-response.entity.js'
import type { SurveyQuestion, SurveyWave } from './survey-wave.entity.js'

const PAGE = 20

/** 一个生活圈的明细: distributions and records behind its figure, for officers whose division it touches. */
@Injectable()
export class CircleSatisfaction {
  constructor(
    private readonly tx: Tx,
    private readonly circles: CircleService,
    private readonly pack: CityPack,
    private readonly surveys: SurveyService,
    private readonly satisfaction: SatisfactionService,
    private readonly targets: SatisfactionTargets,
  ) {}

  async detail(officer: StaffActor, circleId: string, waveId?: string) {
    const circle = this.circleInScope(officer, circleId)
    const wave = await this.surveys.waveOrLatest(waveId)
    const { questions, counts, overall, figures } = await this.readings(circle, wave)
    const ofFormat = questions.filter((question) => question.kind === 'format')
    return {
      circle: figures,
      overall: figures.published ? overall : null,
      minimumFormatN: this.targets.minimumFormatN(wave),
      formats: ofFormat.map((question) =>
        this.format(question, counts.get(question.id) ?? none(), wave, figures.published),
      ),
      channels: await this.channels(wave, circleId),
    }
  }

  async records(
    officer: StaffActor,
    circleId: string,
    { waveId, limit = PAGE, cursor }: { waveId?: string; limit?: number; cursor?: string },
  ) {
    const circle = this.circleInScope(officer, circleId)
    const wave = await this.surveys.waveOrLatest(waveId)
    const before = cursor ? { id: LessThan(decodeCursor(cursor, ['string'])[0]) } : {}
    const rows = await this.tx.repo(SurveyResponse).find({
      where: { waveId: wave.id, circleId, ...before },
      order: { id: 'DESC' },
      take: limit + 1,
    })
    const page = cutPage(rows, limit, ({ id }) => encodeCursor([id]))
    const { figures } = await this.readings(circle, wave)
    return {
      items: page.rows.map((row) => presentRecord(row, figures.published)),
      nextCursor: page.nextCursor,
    }
  }

  /** A circle none of whose communities lie in the officer's division is another's. */
  private circleInScope(officer: StaffActor, circleId: string): CircleView {
    const circle = this.circles.assertCircle(circleId)
    const isMine = this.circles.circlesInScope(officer.divisionCode).some(({ id }) => id === circleId)
    if (!isMine) throw new DomainError('DIVISION_OUT_OF_SCOPE')
    return circle
  }

  /** Everything the circle's tally says of the wave. */
  private async readings(circle: CircleView, wave: SurveyWave) {
    const counts = await this.satisfaction.countsByQuestion(wave, circle.id)
    const questions = await this.surveys.questionsOf([wave.id])
    const overallId = questions.find((question) => question.kind === 'overall')?.id ?? ''
    const overall = counts.get(overallId) ?? none()
    return { questions, counts, overall, figures: this.satisfaction.ofCircle(circle, wave, overall) }
  }

  private format(question: SurveyQuestion, counts: RatingCounts, wave: SurveyWave, published: boolean) {
    const n = ratedIn(counts)
    const code = question.formatCode ?? ''
    return {
      formatCode: code,
      formatName: this.pack.format(code)?.name ?? code,
      n,
      unknown: counts.unknown,
      share: published && n >= this.targets.minimumFormatN(wave) ? satisfiedIn(counts) / n : null,
      few: n < this.targets.of(wave).minimumN,
    }
  }

  private async channels(wave: SurveyWave, circleId: string) {
    const rows = await this.tx
      .repo(SurveyResponse)
      .createQueryBuilder('response')
      .select('response.channel', 'channel')
      .addSelect('COUNT(*)', 'responses')
      .where({ waveId: wave.id, circleId })
      .groupBy('response.channel')
      .getRawMany<{ channel: SurveyChannel; responses: string | number }>()
    const counted = new Map(rows.map((row) => [row.channel, Number(row.responses)]))
    return surveyChannels.map((channel) => ({ channel, responses: counted.get(channel) ?? 0 }))
  }
}

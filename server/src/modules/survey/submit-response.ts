import { Injectable } from '@nestjs/common'
import type { Answer } from '@yikezhong/shared/survey/survey.contract'
import type { EntityManager } from 'typeorm'
import { sqlId } from '../../platform/database/sql-id.js'
import { isDuplicateKey, Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Outbox } from '../../platform/jobs/outbox.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { CircleService } from '../circle/index.js'
import { checkAnswers } from './check-answers.js'
import { SurveyResponse } from './survey-response.entity.js'
import { SurveyQuestion, SurveyWave } from './survey-wave.entity.js'
import { talliesOf } from './tallies.js'

export interface Submission {
  waveId: string
  circleId: string
  answers: Answer[]
}

/** 提交答卷: one response per person and wave, counted in the same transaction. */
@Injectable()
export class SubmitResponse {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly circles: CircleService,
  ) {}

  async execute(residentId: string, { waveId, circleId, answers }: Submission): Promise<SurveyResponse> {
    const wave = await this.tx.repo(SurveyWave).findOneBy({ id: waveId })
    if (!wave) throw new DomainError('SURVEY_WAVE_UNKNOWN')
    const now = this.clock.now()
    if (now < wave.opensAt || now >= wave.closesAt) throw new DomainError('SURVEY_NOT_OPEN')
    this.circles.assertCircle(circleId)
    const questions = await this.tx.repo(SurveyQuestion).findBy({ waveId })
    const stored = checkAnswers(questions, answers)
    const overall = questions.find((question) => question.kind === 'overall')
    const response: SurveyResponse = {
      id: this.ids.next(),
      waveId,
      circleId,
      residentId,
      channel: 'phone',
      overall: stored.find((answer) => answer.q === overall?.id)?.r ?? null,
      answers: stored,
      submittedAt: now,
    }
    return this.tx.run(async (manager) => {
      await this.insertOnce(manager, response)
      await this.count(manager, response)
      await this.outbox.add('survey.answered', { waveId, circleId })
      return response
    })
  }

  private async insertOnce(manager: EntityManager, response: SurveyResponse) {
    try {
      await manager.insert(SurveyResponse, response)
    } catch (error) {
      throw isDuplicateKey(error) ? new DomainError('SURVEY_ALREADY_ANSWERED') : error
    }
  }

  /** One statement in key order, so that two responses of one circle wait for each other and never deadlock. */
  private async count(manager: EntityManager, response: SurveyResponse) {
    const tallies = talliesOf([response])
    if (tallies.length === 0) return
    const values = tallies.flatMap(({ waveId, circleId, questionId, rating, count }) => [
      sqlId(waveId),
      sqlId(circleId),
      sqlId(questionId),
      rating,
      count,
    ])
    await manager.query(
      `INSERT INTO survey_tally (wave_id, circle_id, question_id, rating, count)
       VALUES ${tallies.map(() => '(?, ?, ?, ?, ?)').join(', ')}
       ON DUPLICATE KEY UPDATE count = count + VALUES(count)`,
      values,
    )
  }
}

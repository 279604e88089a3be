import { Injectable } from '@nestjs/common'
import type * as Wire from '@yikezhong/shared/survey/survey.contract'
import { In, LessThanOrEqual } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { presentQuestion, presentWave } from './survey.presenter.js'
import { SurveyResponse } from './survey-response.entity.js'
import { SurveyQuestion, SurveyWave } from './survey-wave.entity.js'

const RECENT = 20

/** Reads of survey waves; a city runs a few a year. */
@Injectable()
export class SurveyService {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
  ) {}

  /** Opened waves, those still open first, then the newest. */
  async opened(): Promise<SurveyWave[]> {
    const where = { opensAt: LessThanOrEqual(this.clock.now()) }
    return this.tx.repo(SurveyWave).find({ where, order: { closesAt: 'DESC', id: 'DESC' }, take: RECENT })
  }

  /** The wave asked for, or the latest opened one. */
  async waveOrLatest(waveId?: string): Promise<SurveyWave> {
    const wave = waveId ? await this.tx.repo(SurveyWave).findOneBy({ id: waveId }) : (await this.opened())[0]
    if (!wave) throw new DomainError('SURVEY_WAVE_UNKNOWN')
    return wave
  }

  async listFor(actor: Actor): Promise<Wire.SurveyWave[]> {
    const waves = await this.opened()
    const ids = waves.map((wave) => wave.id)
    const [questions, answered] = await Promise.all([this.questionsOf(ids), this.answeredBy(actor, ids)])
    const now = this.clock.now()
    return waves.map((wave) => ({
      ...presentWave(wave, now),
      answeredByMe: answered.has(wave.id),
      questions: questions.filter((question) => question.waveId === wave.id).map(presentQuestion),
    }))
  }

  async questionsOf(waveIds: string[]): Promise<SurveyQuestion[]> {
    if (waveIds.length === 0) return []
    const where = { waveId: In(sqlIds(waveIds)) }
    return this.tx.repo(SurveyQuestion).find({ where, order: { position: 'ASC' } })
  }

  private async answeredBy(actor: Actor, waveIds: string[]): Promise<Set<string>> {
    if (actor.kind !== 'resident' || waveIds.length === 0) return new Set()
    const where = { residentId: actor.residentId, waveId: In(sqlIds(waveIds)) }
    const rows = await this.tx.repo(SurveyResponse).find({ where, select: { id: true, waveId: true } })
    return new Set(rows.map((row) => row.waveId))
  }
}

import type { surveyChannels } from '@yikezhong/shared/survey/survey.contract'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { At, CodeColumn, Id, PrimaryId } from '../../platform/database/columns.js'

export type SurveyChannel = (typeof surveyChannels)[number]

/** One rating or text, packed into the response's row: `r` is 1–5 or null for 不了解, `t` is free text. */
export interface StoredAnswer {
  q: string
  r?: number | null
  t?: string
}

/**
 * 答卷: one per person and wave, guarded by the unique key. `residentId` is emptied when the person's account is
 * erased; the answers stay.
 */
@Entity('survey_response')
@Index('survey_response_person', ['waveId', 'residentId'], { unique: true })
@Index('survey_response_circle', ['waveId', 'circleId', 'id'])
@Index('survey_response_resident', ['residentId'])
export class SurveyResponse {
  @PrimaryId()
  id: string

  @Id({ name: 'wave_id' })
  waveId: string

  @Id({ name: 'circle_id' })
  circleId: string

  @Id({ name: 'resident_id', nullable: true })
  residentId: string | null

  @CodeColumn(8)
  channel: SurveyChannel

  /** Copied out of `answers` for the list of records. */
  @Column({ type: 'tinyint', nullable: true })
  overall: number | null

  @Column({ type: 'json' })
  answers: StoredAnswer[]

  @At({ name: 'submitted_at' })
  submittedAt: Date
}

/**
 * 计数: how often each rating was given, kept in the transaction of the response, so a circle's figures cost a few rows
 * whatever the number of responses. Rating 0 is 不了解.
 */
@Entity('survey_tally')
export class SurveyTally {
  @Id({ name: 'wave_id', primary: true })
  waveId: string

  @Id({ name: 'circle_id', primary: true })
  circleId: string

  @Id({ name: 'question_id', primary: true })
  questionId: string

  @PrimaryColumn({ type: 'tinyint' })
  rating: number

  @Column({ type: 'int' })
  count: number
}

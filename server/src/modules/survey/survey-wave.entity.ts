import type { questionKinds } from '@yikezhong/shared/survey/survey.contract'
import { Column, Entity, Index } from 'typeorm'
import { At, CodeColumn, CreatedAt, Id, PrimaryId } from '../../platform/database/columns.js'

/** 调查轮次: open from `opensAt` until `closesAt`; its questions never change once it has opened. */
@Entity('survey_wave')
@Index('survey_wave_closes', ['closesAt'])
export class SurveyWave {
  @PrimaryId()
  id: string

  @Column({ length: 60 })
  title: string

  @At({ name: 'opens_at' })
  opensAt: Date

  @At({ name: 'closes_at' })
  closesAt: Date

  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean

  @CreatedAt({ name: 'created_at' })
  createdAt: Date
}

/** 题目 of a wave, in the order of `position`. */
@Entity('survey_question')
@Index('survey_question_wave', ['waveId', 'position'], { unique: true })
export class SurveyQuestion {
  @PrimaryId()
  id: string

  @Id({ name: 'wave_id' })
  waveId: string

  @Column({ type: 'int' })
  position: number

  @CodeColumn(8)
  kind: (typeof questionKinds)[number]

  @Column({ length: 100 })
  text: string

  @Column({ type: 'varchar', length: 100, nullable: true })
  hint: string | null

  @CodeColumn(40, { name: 'format_code', nullable: true })
  formatCode: string | null

  @Column({ name: 'is_required', type: 'boolean' })
  isRequired: boolean
}

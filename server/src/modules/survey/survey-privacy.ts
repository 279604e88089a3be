import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Tx } from '../../platform/database/tx.js'
import { type EventPayload, OnEvent } from '../../platform/jobs/on-event.js'
import { PersonalData } from '../identity/index.js'
import { SurveyResponse } from './survey-response.entity.js'

/** 答卷里的个人数据: given out on request, and cut loose from the person when the account is erased. */
@Injectable()
export class SurveyPrivacy implements OnModuleInit {
  constructor(
    private readonly tx: Tx,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit() {
    const rows = (residentId: string) => this.responsesOf(residentId)
    this.personalData.register({ name: 'survey-responses', title: '满意度答卷', order: 40, rows })
  }

  /** Statistics keep the answers; nothing says any more whose they were. */
  @OnEvent('resident.erased')
  async cutLoose({ residentId }: EventPayload): Promise<void> {
    await this.tx.repo(SurveyResponse).update({ residentId: String(residentId) }, { residentId: null })
  }

  private async responsesOf(residentId: string) {
    const rows = await this.tx.repo(SurveyResponse).find({ where: { residentId }, order: { id: 'ASC' } })
    return rows.map((row) => ({
      调查编号: row.waveId,
      提交时间: row.submittedAt.toISOString(),
      总体评分: row.overall,
      回答: row.answers,
    }))
  }
}

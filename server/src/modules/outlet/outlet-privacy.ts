import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Tx } from '../../platform/database/tx.js'
import { type EventPayload, OnEvent } from '../../platform/jobs/on-event.js'
import { PersonalData } from '../identity/index.js'
import { OutletConfirmation } from './outlet-parts.entity.js'

/** 确认里的个人数据: given out on request, and dropped when the account is erased; the outlet stays confirmed. */
@Injectable()
export class OutletPrivacy implements OnModuleInit {
  constructor(
    private readonly tx: Tx,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit() {
    const rows = (residentId: string) => this.confirmationsOf(residentId)
    this.personalData.register({ name: 'outlet-confirmations', title: '网点确认', order: 35, rows })
  }

  @OnEvent('resident.erased')
  async forget({ residentId }: EventPayload): Promise<void> {
    await this.tx.repo(OutletConfirmation).delete({ personId: String(residentId) })
  }

  private async confirmationsOf(personId: string) {
    const rows = await this.tx.repo(OutletConfirmation).find({ where: { personId }, order: { id: 'ASC' } })
    return rows.map((row) => ({
      网点编号: row.outletId,
      确认日期: row.confirmedOn,
      方式: row.source === 'redemption' ? '核销' : '本人确认',
    }))
  }
}

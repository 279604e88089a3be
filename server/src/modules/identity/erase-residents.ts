import { Injectable } from '@nestjs/common'
import { IsNull, LessThanOrEqual } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import { Tx } from '../../platform/database/tx.js'
import { Every } from '../../platform/jobs/every.js'
import { Outbox } from '../../platform/jobs/outbox.js'
import { Clock } from '../../platform/runtime/clock.js'
import { MerchantMember } from './merchant-member.entity.js'
import { Resident } from './resident.entity.js'
import { SessionStore } from './session-store.js'

const BATCH = 100

const erased = {
  openid: null,
  unionid: null,
  phone: null,
  phoneIndex: null,
  phoneTail: null,
  nickname: '已注销',
}

/**
 * 注销: empties the resident's row and removes sessions and memberships. The row and its id stay, so that coupons and
 * answers counted earlier stay counted; what else points at a person, other modules drop at `resident.erased`.
 */
@Injectable()
export class EraseResidents {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly sessions: SessionStore,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  @Every({ name: 'resident.erase', seconds: 300 })
  async run(): Promise<void> {
    for (;;) {
      const due = await this.tx.repo(Resident).find({
        select: { id: true },
        where: this.isDue(),
        order: { deletionEffectiveAt: 'ASC' },
        take: BATCH,
      })
      for (const { id } of due) await this.erase(id)
      if (due.length < BATCH) return
    }
  }

  /** One transaction each; somebody who withdrew in between, or was erased by another node, is left alone. */
  private erase(id: string): Promise<void> {
    return this.tx.run(async (manager) => {
      const values = { ...erased, erasedAt: this.clock.now() }
      const { affected } = await manager.update(Resident, { id, ...this.isDue() }, values)
      if (affected !== 1) return
      await manager.delete(MerchantMember, { residentId: id })
      await this.sessions.revokeAll('resident', id)
      await this.outbox.add('resident.erased', { residentId: id })
      await this.audit.append({
        actor: `resident:${id}`,
        action: 'resident.erased',
        subject: `resident:${id}`,
        divisionCode: null,
      })
    })
  }

  private isDue() {
    return { deletionEffectiveAt: LessThanOrEqual(this.clock.now()), erasedAt: IsNull() }
  }
}

import { Injectable } from '@nestjs/common'
import { type EntityManager, IsNull } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { ResidentActor } from '../../platform/auth/actor.js'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Outbox } from '../../platform/jobs/outbox.js'
import { Clock } from '../../platform/runtime/clock.js'
import { OutletService } from '../outlet/index.js'
import { Coupon } from './coupon.entity.js'
import { redemptionReversed } from './coupon.events.js'
import { reversibleUntil } from './coupon.presenter.js'
import { Redemption } from './redemption.entity.js'

/** 撤销核销: within five minutes a member of the same merchant gives the coupon back to the customer. */
@Injectable()
export class ReverseRedemption {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly outlets: OutletService,
  ) {}

  async execute(member: ResidentActor, redemptionId: string): Promise<Redemption> {
    const redemption = await this.tx.repo(Redemption).findOneBy({ id: redemptionId })
    if (!redemption) throw new DomainError('REDEMPTION_UNKNOWN')
    const outlet = await this.outlets.requireMember(member, redemption.outletId)
    const now = this.clock.now()
    if (redemption.reversedAt) throw new DomainError('REDEMPTION_ALREADY_REVERSED')
    if (now > reversibleUntil(redemption)) throw new DomainError('REDEMPTION_REVERSAL_TOO_LATE')
    return this.tx.run(async (manager) => {
      const change = { reversedAt: now, reversedBy: member.residentId, liveCouponId: null }
      const { affected } = await manager.update(
        Redemption,
        { id: redemptionId, reversedAt: IsNull() },
        change,
      )
      if (affected !== 1) throw new DomainError('REDEMPTION_ALREADY_REVERSED')
      await this.giveBack(manager, redemption.couponId)
      await this.audit.append({
        actor: member,
        action: 'redemption.reverse',
        subject: `redemption:${redemptionId}`,
        divisionCode: outlet.communityCode,
        detail: { couponId: redemption.couponId, discountFen: redemption.discountFen },
      })
      await this.outbox.add(redemptionReversed, { redemptionId, couponId: redemption.couponId })
      return manager.create(Redemption, { ...redemption, ...change })
    })
  }

  private async giveBack(manager: EntityManager, couponId: string) {
    const unused = { status: 'unused', usedAt: null, usedOutletId: null } as const
    const { affected } = await manager.update(Coupon, { id: couponId, status: 'used' }, unused)
    if (affected !== 1) throw new Error(`coupon ${couponId} of a live redemption is not used`)
  }
}

import { Injectable } from '@nestjs/common'
import { claimRefusal } from '@yikezhong/shared/coupon/claim-rule'
import type { EntityManager } from 'typeorm'
import { isDuplicateKey, Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Outbox } from '../../platform/jobs/outbox.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { Coupon } from './coupon.entity.js'
import { couponClaimed } from './coupon.events.js'
import { claimable } from './coupon.presenter.js'
import { CouponTemplate } from './coupon-template.entity.js'

/** 领券: takes one from the template's stock and hands it to the resident, or refuses. */
@Injectable()
export class ClaimCoupon {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Insert first, then take the stock: the person's unique key and the conditional UPDATE are the two guards, and the
   * hot template row is locked only for the last statement of the transaction.
   */
  execute(residentId: string, templateId: string): Promise<Coupon> {
    return this.tx.run(async (manager) => {
      const template = await manager.findOneBy(CouponTemplate, { id: templateId })
      if (!template || template.status === 'draft') throw new DomainError('COUPON_TEMPLATE_UNKNOWN')
      const claimedByMe = await manager.countBy(Coupon, { templateId, residentId })
      const now = this.clock.now()
      const refusal = claimRefusal(claimable(template), claimedByMe, now)
      if (refusal) throw new DomainError(refusal)

      const coupon = await this.insert(manager, template, residentId, claimedByMe + 1, now)
      await this.takeFromStock(manager, templateId)
      await this.outbox.add(couponClaimed, { couponId: coupon.id, templateId })
      return coupon
    })
  }

  /** A person's parallel claims meet at the unique key: the later one moves on until the limit refuses it. */
  private async insert(
    manager: EntityManager,
    template: CouponTemplate,
    residentId: string,
    firstOrdinal: number,
    now: Date,
  ): Promise<Coupon> {
    for (let ordinal = firstOrdinal; ordinal <= template.perPersonLimit; ordinal++) {
      const coupon = manager.create(Coupon, {
        id: this.ids.next(),
        templateId: template.id,
        residentId,
        ordinal,
        status: 'unused',
        validUntil: template.validUntil,
        claimedAt: now,
        usedAt: null,
        usedOutletId: null,
      })
      try {
        await manager.insert(Coupon, coupon)
        return coupon
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    }
    throw new DomainError('COUPON_CLAIM_LIMIT_REACHED')
  }

  private async takeFromStock(manager: EntityManager, templateId: string) {
    const { affected } = await manager
      .createQueryBuilder()
      .update(CouponTemplate)
      .set({ claimedCount: () => 'claimed_count + 1' })
      .where(`id = :templateId AND claimed_count < total_count AND status = 'published'`, { templateId })
      .execute()
    if (affected === 1) return
    const template = await manager.findOneBy(CouponTemplate, { id: templateId })
    throw new DomainError(template?.status === 'paused' ? 'COUPON_PAUSED' : 'COUPON_SOLD_OUT')
  }
}

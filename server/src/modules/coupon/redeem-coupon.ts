import { Injectable } from '@nestjs/common'
import { type Discount, discountOf, useRefusal } from '@yikezhong/shared/coupon/redeem-rule'
import type { EntityManager } from 'typeorm'
import type { ResidentActor } from '../../platform/auth/actor.js'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Outbox } from '../../platform/jobs/outbox.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { OutletService } from '../outlet/index.js'
import { CodeReader } from './code-reader.js'
import { Coupon } from './coupon.entity.js'
import { couponRedeemed } from './coupon.events.js'
import { usable } from './coupon.presenter.js'
import { CouponTemplate, CouponTemplateOutlet } from './coupon-template.entity.js'
import { Redemption } from './redemption.entity.js'

export interface RedeemRequest {
  code: string
  outletId: string
  amountFen?: number
}

/** 核销: uses a coupon once, in an outlet of the member's merchant, and says what to take off the bill. */
@Injectable()
export class RedeemCoupon {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly codes: CodeReader,
    private readonly outlets: OutletService,
  ) {}

  async execute(member: ResidentActor, { code, outletId, amountFen }: RedeemRequest): Promise<Redemption> {
    await this.outlets.requireMember(member, outletId)
    const coupon = await this.codes.read(code, member.residentId)
    const template = await this.usableTemplate(coupon, outletId)
    const discount = discountOf(template, amountFen)
    if (!discount) throw new DomainError('COUPON_MIN_SPEND_NOT_MET')
    return this.tx.run(async (manager) => {
      const now = this.clock.now()
      await this.markUsed(manager, coupon, outletId, now)
      const redemption = this.record(manager, coupon, member, { outletId, amountFen, now, discount })
      await manager.insert(Redemption, redemption)
      await this.outlets.confirm(outletId, 'redemption', coupon.residentId)
      await this.outbox.add(couponRedeemed, { redemptionId: redemption.id, couponId: coupon.id, outletId })
      return redemption
    })
  }

  private async usableTemplate(coupon: Coupon, outletId: string): Promise<CouponTemplate> {
    const template = await this.tx.repo(CouponTemplate).findOneByOrFail({ id: coupon.templateId })
    const isHere = await this.tx.repo(CouponTemplateOutlet).existsBy({ templateId: template.id, outletId })
    if (!isHere) throw new DomainError('COUPON_OUTLET_MISMATCH')
    const refusal = useRefusal(usable(coupon, template), this.clock.now())
    if (refusal) throw new DomainError(refusal)
    return template
  }

  /** The guard: of many clerks with one code, exactly one changes the row. */
  private async markUsed(manager: EntityManager, coupon: Coupon, outletId: string, now: Date) {
    const { affected } = await manager
      .createQueryBuilder()
      .update(Coupon)
      .set({ status: 'used', usedAt: now, usedOutletId: outletId })
      .where(`id = :id AND status = 'unused' AND valid_until > :now`, { id: coupon.id, now })
      .execute()
    if (affected !== 1) throw new DomainError('COUPON_ALREADY_USED')
  }

  private record(
    manager: EntityManager,
    coupon: Coupon,
    member: ResidentActor,
    use: { outletId: string; amountFen?: number; now: Date; discount: Discount },
  ): Redemption {
    return manager.create(Redemption, {
      id: this.ids.next(),
      couponId: coupon.id,
      liveCouponId: coupon.id,
      templateId: coupon.templateId,
      residentId: coupon.residentId,
      outletId: use.outletId,
      clerkId: member.residentId,
      amountFen: use.amountFen ?? null,
      ...use.discount,
      redeemedAt: use.now,
      reversedAt: null,
      reversedBy: null,
    })
  }
}

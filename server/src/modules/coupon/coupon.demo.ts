import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { chunks } from '../../platform/database/chunks.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { Ids } from '../../platform/runtime/ids.js'
import { Coupon, CouponCode } from './coupon.entity.js'
import { CouponTemplate, CouponTemplateOutlet } from './coupon-template.entity.js'
import { Redemption } from './redemption.entity.js'

/** A template of the demo world: `claimedBy` hold one each, those in `usedBy` have used theirs at the first outlet. */
export interface DemoTemplate
  extends Omit<CouponTemplate, 'id' | 'claimedCount' | 'isDemo' | 'createdAt' | 'updatedAt'> {
  outletIds: string[]
  claimedBy: string[]
  usedBy: string[]
  clerkId: string
}

/** So that a shop's book looks lived in: a few uses a day, the latest some hours ago. */
const BETWEEN_USES_MS = 4.3 * 3_600_000

/** 示例券: the door through which the demo world's coupons come and go. */
@Injectable()
export class CouponDemo {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
  ) {}

  /** Answers the ids in the order given. */
  seed(templates: readonly DemoTemplate[], now: Date): Promise<string[]> {
    return this.tx.run(async (manager) => {
      const ids: string[] = []
      for (const demo of templates) {
        const id = this.ids.next()
        ids.push(id)
        const { outletIds, claimedBy, usedBy, clerkId, ...rule } = demo
        await manager.insert(CouponTemplate, { ...rule, id, claimedCount: claimedBy.length, isDemo: true })
        await manager.insert(
          CouponTemplateOutlet,
          outletIds.map((outletId) => ({ templateId: id, outletId })),
        )
        const coupons = claimedBy.map((residentId) => this.coupon(id, demo, residentId, now))
        for (const rows of chunks(coupons)) await manager.insert(Coupon, rows)
        const redemptions = coupons
          .flatMap((coupon) => (coupon.usedAt ? [{ ...coupon, usedAt: coupon.usedAt }] : []))
          .sort((a, b) => a.usedAt.getTime() - b.usedAt.getTime())
          .map((coupon) => this.redemption(coupon, demo))
        for (const rows of chunks(redemptions)) await manager.insert(Redemption, rows)
      }
      return ids
    })
  }

  /** Removes demo templates with their coupons and redemptions; answers how many templates. */
  remove(): Promise<number> {
    return this.tx.run(async (manager) => {
      const templates = await manager.find(CouponTemplate, { where: { isDemo: true }, select: { id: true } })
      for (const { id: templateId } of templates) {
        const coupons = await manager.find(Coupon, { where: { templateId }, select: { id: true } })
        for (const rows of chunks(coupons))
          await manager.delete(CouponCode, { couponId: In(sqlIds(rows.map(({ id }) => id))) })
        await manager.delete(Redemption, { templateId })
        await manager.delete(Coupon, { templateId })
        await manager.delete(CouponTemplateOutlet, { templateId })
        await manager.delete(CouponTemplate, { id: templateId })
      }
      return templates.length
    })
  }

  private coupon(templateId: string, demo: DemoTemplate, residentId: string, now: Date): Coupon {
    const nth = demo.usedBy.indexOf(residentId)
    const isUsed = nth >= 0
    const usedAt = new Date(Math.max(now.getTime() - (nth + 1) * BETWEEN_USES_MS, demo.validFrom.getTime()))
    return {
      id: this.ids.next(),
      templateId,
      residentId,
      ordinal: 1,
      status: isUsed ? 'used' : 'unused',
      validUntil: demo.validUntil,
      claimedAt: isUsed ? demo.claimFrom : now,
      usedAt: isUsed ? usedAt : null,
      usedOutletId: isUsed ? (demo.outletIds[0] ?? null) : null,
    }
  }

  private redemption(coupon: Coupon & { usedAt: Date }, demo: DemoTemplate): Redemption {
    return {
      id: this.ids.next(),
      couponId: coupon.id,
      liveCouponId: coupon.id,
      templateId: coupon.templateId,
      residentId: coupon.residentId,
      outletId: coupon.usedOutletId ?? '',
      clerkId: demo.clerkId,
      amountFen: null,
      discountFen: demo.faceValueFen,
      governmentFen: demo.governmentFen,
      merchantFen: demo.faceValueFen - demo.governmentFen,
      redeemedAt: coupon.usedAt,
      reversedAt: null,
      reversedBy: null,
    }
  }
}

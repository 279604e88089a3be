import { Entity, Index } from 'typeorm'
import { At, Fen, Id, PrimaryId } from '../../platform/database/columns.js'

/** 核销: a coupon used in an outlet. `liveCouponId` is unique and emptied by a reversal: one use at a time. */
@Entity('redemption')
@Index('redemption_live', ['liveCouponId'], { unique: true })
@Index('redemption_outlet', ['outletId', 'id'])
@Index('redemption_coupon', ['couponId'])
export class Redemption {
  @PrimaryId()
  id: string

  @Id({ name: 'coupon_id' })
  couponId: string

  @Id({ name: 'live_coupon_id', nullable: true })
  liveCouponId: string | null

  @Id({ name: 'template_id' })
  templateId: string

  @Id({ name: 'resident_id' })
  residentId: string

  @Id({ name: 'outlet_id' })
  outletId: string

  /** The member who pressed 核销. */
  @Id({ name: 'clerk_id' })
  clerkId: string

  @Fen({ name: 'amount_fen', nullable: true })
  amountFen: number | null

  @Fen({ name: 'discount_fen' })
  discountFen: number

  @Fen({ name: 'government_fen' })
  governmentFen: number

  @Fen({ name: 'merchant_fen' })
  merchantFen: number

  @At({ name: 'redeemed_at' })
  redeemedAt: Date

  @At({ name: 'reversed_at', nullable: true })
  reversedAt: Date | null

  @Id({ name: 'reversed_by', nullable: true })
  reversedBy: string | null
}

import type { CouponStatus } from '@yikezhong/shared/coupon/coupon.contract'
import { Column, Entity, Index } from 'typeorm'
import { At, CodeColumn, Id, PrimaryId } from '../../platform/database/columns.js'

/** Expiry is a matter of time, not of a column: `validUntil` decides it when a coupon is read or used. */
export type StoredCouponStatus = Exclude<CouponStatus, 'expired'>

/** 用户券: one claimed coupon. `ordinal` counts a person's claims of one template, so its key is the limit's guard. */
@Entity('coupon')
@Index('coupon_person_template', ['templateId', 'residentId', 'ordinal'], { unique: true })
@Index('coupon_mine', ['residentId', 'status', 'id'])
export class Coupon {
  @PrimaryId()
  id: string

  @Id({ name: 'template_id' })
  templateId: string

  @Id({ name: 'resident_id' })
  residentId: string

  @Column({ type: 'int' })
  ordinal: number

  @CodeColumn(8, { default: 'unused' })
  status: StoredCouponStatus

  /** Copied from the template at the claim: what was promised then holds. */
  @At({ name: 'valid_until' })
  validUntil: Date

  @At({ name: 'claimed_at' })
  claimedAt: Date

  @At({ name: 'used_at', nullable: true })
  usedAt: Date | null

  @Id({ name: 'used_outlet_id', nullable: true })
  usedOutletId: string | null
}

/** 券码 being shown now: one row per coupon, so a new code puts the old one out of use. */
@Entity('coupon_code')
@Index('coupon_code_digits', ['digits'], { unique: true })
export class CouponCode {
  @Id({ name: 'coupon_id', primary: true })
  couponId: string

  @CodeColumn(8)
  digits: string

  /** Hex of the nonce inside the signed code. */
  @CodeColumn(32)
  nonce: string

  @At({ name: 'expires_at' })
  expiresAt: Date
}

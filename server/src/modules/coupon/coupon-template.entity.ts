import { type CouponTemplateStatus, couponTemplateStatuses } from '@yikezhong/shared/coupon/coupon.contract'
import { Column, Entity, Index } from 'typeorm'
import { At, CodeColumn, CreatedAt, Fen, Id, PrimaryId, UpdatedAt } from '../../platform/database/columns.js'

export const claimableStatuses: CouponTemplateStatus[] = couponTemplateStatuses.filter(
  (status) => status !== 'draft' && status !== 'ended',
)

/** 券模板: the rule, the window and the stock residents claim from. */
@Entity('coupon_template')
@Index('coupon_template_open', ['status', 'claimUntil'])
export class CouponTemplate {
  @PrimaryId()
  id: string

  @Column({ length: 60 })
  title: string

  @Column({ type: 'varchar', length: 200, nullable: true })
  note: string | null

  @Fen({ name: 'face_value_fen' })
  faceValueFen: number

  @Fen({ name: 'min_spend_fen' })
  minSpendFen: number

  /** The part of the face value that public money bears. */
  @Fen({ name: 'government_fen' })
  governmentFen: number

  @Column({ name: 'total_count', type: 'int' })
  totalCount: number

  /** Guarded by a conditional UPDATE: never above `totalCount`. */
  @Column({ name: 'claimed_count', type: 'int', default: 0 })
  claimedCount: number

  @Column({ name: 'per_person_limit', type: 'int' })
  perPersonLimit: number

  @CodeColumn(12)
  status: CouponTemplateStatus

  @At({ name: 'claim_from' })
  claimFrom: Date

  @At({ name: 'claim_until' })
  claimUntil: Date

  @At({ name: 'valid_from' })
  validFrom: Date

  @At({ name: 'valid_until' })
  validUntil: Date

  @Column({ name: 'is_near_expiry', type: 'boolean', default: false })
  isNearExpiry: boolean

  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean

  @CreatedAt({ name: 'created_at' })
  createdAt: Date

  @UpdatedAt({ name: 'updated_at' })
  updatedAt: Date
}

/** Where a template's coupons can be used. */
@Entity('coupon_template_outlet')
@Index('coupon_template_outlet_outlet', ['outletId'])
export class CouponTemplateOutlet {
  @Id({ name: 'template_id', primary: true })
  templateId: string

  @Id({ name: 'outlet_id', primary: true })
  outletId: string
}

import type { MerchantRole } from '@yikezhong/shared/http/access'
import { Column, Entity, Index } from 'typeorm'
import { CodeColumn, CreatedAt, Id, PrimaryId } from '../../platform/database/columns.js'

/** 商户成员: a resident who acts for a merchant; one role per merchant. */
@Entity('merchant_member')
@Index('uq_merchant_member', ['residentId', 'merchantId'], { unique: true })
@Index('ix_merchant_member_merchant', ['merchantId'])
export class MerchantMember {
  @PrimaryId()
  id: string

  @Id({ name: 'resident_id' })
  residentId: string

  @Id({ name: 'merchant_id' })
  merchantId: string

  @CodeColumn(10)
  role: MerchantRole

  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean

  @CreatedAt({ name: 'created_at' })
  createdAt: Date
}

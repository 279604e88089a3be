import { Column, Entity } from 'typeorm'
import { CreatedAt, PrimaryId } from '../../platform/database/columns.js'

/** 商户: who runs outlets; its members are the identity floor's. */
@Entity('merchant')
export class Merchant {
  @PrimaryId()
  id: string

  @Column({ length: 60 })
  name: string

  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean

  @CreatedAt({ name: 'created_at' })
  createdAt: Date
}

import type { accessStates } from '@yikezhong/shared/outlet/outlet.contract'
import { Column, Entity, Index } from 'typeorm'
import { CodeColumn, CreatedAt, Fen, Id, PrimaryId } from '../../platform/database/columns.js'
import type { ConfirmationSource } from './outlet.entity.js'

export type AccessState = (typeof accessStates)[number]

/** 叠加服务 an outlet offers. */
@Entity('outlet_service')
@Index('ix_outlet_service_service', ['serviceCode', 'outletId'])
export class OutletServiceItem {
  @Id({ name: 'outlet_id', primary: true })
  outletId: string

  @CodeColumn(40, { name: 'service_code', primary: true })
  serviceCode: string
}

/** 无障碍项目 somebody checked: `no` is a finding too; without a row it is unknown. */
@Entity('outlet_access')
export class OutletAccess {
  @Id({ name: 'outlet_id', primary: true })
  outletId: string

  @CodeColumn(40, { name: 'access_code', primary: true })
  accessCode: string

  @CodeColumn(8)
  state: AccessState
}

/** 价格公示: one line of the price board. */
@Entity('price_item')
@Index('ix_price_item_outlet', ['outletId', 'position'])
export class PriceItem {
  @PrimaryId()
  id: string

  @Id({ name: 'outlet_id' })
  outletId: string

  @Column({ type: 'smallint' })
  position: number

  @Column({ length: 40 })
  name: string

  @Fen({ name: 'price_fen' })
  priceFen: number

  @Column({ length: 20 })
  unit: string

  @Column({ type: 'varchar', length: 60, nullable: true })
  note: string | null
}

/** 确认: somebody saw the outlet open. One per person and city day, whatever they tap. */
@Entity('outlet_confirmation')
@Index('uq_outlet_confirmation', ['outletId', 'personId', 'confirmedOn'], { unique: true })
@Index('ix_outlet_confirmation_person', ['personId'])
export class OutletConfirmation {
  @PrimaryId()
  id: string

  @Id({ name: 'outlet_id' })
  outletId: string

  /** A resident or an officer; their ids never meet. */
  @Id({ name: 'person_id' })
  personId: string

  @Column({ name: 'confirmed_on', type: 'date' })
  confirmedOn: string

  @CodeColumn(12)
  source: ConfirmationSource

  @CreatedAt({ name: 'created_at' })
  createdAt: Date
}

import type { confirmationSources, OutletStatus, WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { Column, Entity, Index } from 'typeorm'
import { At, CodeColumn, CreatedAt, Id, PrimaryId, UpdatedAt } from '../../platform/database/columns.js'

export type ConfirmationSource = (typeof confirmationSources)[number]

/** 网点: the place people walk to. Which circles it lies in follows from its community. */
@Entity('outlet')
@Index('ix_outlet_cell', ['cell'])
@Index('ix_outlet_format_cell', ['formatCode', 'cell'])
@Index('ix_outlet_register', ['communityCode', 'nameSort', 'id'])
@Index('ix_outlet_merchant', ['merchantId', 'nameSort', 'id'])
export class Outlet {
  @PrimaryId()
  id: string

  @Id({ name: 'merchant_id' })
  merchantId: string

  @Column({ length: 60 })
  name: string

  /** Pinyin of the name: what "by name" means in a Chinese list, and short enough for a cursor. */
  @CodeColumn(40, { name: 'name_sort' })
  nameSort: string

  /** Name and price items in the form keywords are compared in (`normalise`). */
  @Column({ name: 'search_text', length: 1000, collation: 'utf8mb4_bin' })
  searchText: string

  @CodeColumn(40, { name: 'format_code' })
  formatCode: string

  @CodeColumn(12, { name: 'community_code' })
  communityCode: string

  @CodeColumn(12)
  status: OutletStatus

  @Column({ type: 'double' })
  lng: number

  @Column({ type: 'double' })
  lat: number

  /** Grid cell of the location, see `search/cell.ts`. */
  @Column({ type: 'int' })
  cell: number

  @Column({ length: 120 })
  address: string

  @Column({ name: 'address_note', type: 'varchar', length: 120, nullable: true })
  addressNote: string | null

  @Column({ type: 'varchar', length: 30, nullable: true })
  phone: string | null

  @Column({ type: 'json', nullable: true })
  hours: WeeklyHours | null

  @Column({ name: 'hours_note', type: 'varchar', length: 120, nullable: true })
  hoursNote: string | null

  @Column({ name: 'is_chain', type: 'boolean', default: false })
  isChain: boolean

  @Column({ name: 'price_note', type: 'varchar', length: 60, nullable: true })
  priceNote: string | null

  @Column({ name: 'prices_updated_on', type: 'date', nullable: true })
  pricesUpdatedOn: string | null

  /** What a card's offer chip says, kept by the coupon floor. */
  @Column({ name: 'offer_label', type: 'varchar', length: 40, nullable: true })
  offerLabel: string | null

  @Column({ name: 'last_confirmed_on', type: 'date', nullable: true })
  lastConfirmedOn: string | null

  @CodeColumn(12, { name: 'last_confirmed_by', nullable: true })
  lastConfirmedBy: ConfirmationSource | null

  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean

  @CreatedAt({ name: 'created_at' })
  createdAt: Date

  @UpdatedAt({ name: 'updated_at' })
  updatedAt: Date
}

/** 变更记录: the feed that search indexes follow. One row per outlet, kept after the outlet is gone. */
@Entity('outlet_change')
@Index('ix_outlet_change_feed', ['changedAt', 'outletId'])
export class OutletChange {
  @Id({ name: 'outlet_id', primary: true })
  outletId: string

  @Column({ type: 'int' })
  revision: number

  /** The database's clock, so that nodes with clocks of their own read one feed. */
  @At({ name: 'changed_at' })
  changedAt: Date
}

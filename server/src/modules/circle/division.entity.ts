import type { divisionLevels } from '@yikezhong/shared/circle/circle.contract'
import { Column, Entity, Index } from 'typeorm'
import { CodeColumn, UpdatedAt } from '../../platform/database/columns.js'

/** 行政区划: a city, district, subdistrict or community, by its national code; codes come and go, so rows are dated. */
@Entity('division')
@Index('ix_division_parent', ['parentCode'])
export class Division {
  @CodeColumn(12, { primary: true })
  code: string

  @Column({ type: 'varchar', length: 60 })
  name: string

  @Column({ name: 'short_name', type: 'varchar', length: 40 })
  shortName: string

  @CodeColumn(12)
  level: (typeof divisionLevels)[number]

  @CodeColumn(12, { name: 'parent_code', nullable: true })
  parentCode: string | null

  /** 街道, 镇, 居委会, 村委会 …: decides which communities a target counts. */
  @Column({ type: 'varchar', length: 20 })
  kind: string

  @Column({ name: 'valid_from', type: 'date', utc: true })
  validFrom: string

  /** First day it is no longer in force. */
  @Column({ name: 'valid_until', nullable: true, type: 'date', utc: true })
  validUntil: string | null

  @Column({ type: 'double', nullable: true })
  lng: number | null

  @Column({ type: 'double', nullable: true })
  lat: number | null

  /** True until somebody stood there. */
  @Column({ name: 'centre_approximate', type: 'boolean', nullable: true })
  centreApproximate: boolean | null

  @Column({ name: 'centre_source', type: 'varchar', length: 60, nullable: true })
  centreSource: string | null

  @UpdatedAt({ name: 'updated_at' })
  updatedAt: Date
}

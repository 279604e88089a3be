import { Column, Entity, Index } from 'typeorm'
import { CodeColumn, Id, PrimaryId, UpdatedAt } from '../../platform/database/columns.js'

/** 一刻钟便民生活圈. The id is given once and outlives reloads, because outlets, coupons and surveys point at it. */
@Entity('circle')
@Index('uq_circle_code', ['code'], { unique: true })
export class Circle {
  @PrimaryId()
  id: string

  /** The pack's key: a reload finds the circle by it, whatever else changed. */
  @CodeColumn(40)
  code: string

  /** Place in annex 2. */
  @Column({ type: 'int' })
  no: number

  @Column({ type: 'varchar', length: 80 })
  name: string

  @Column({ name: 'short_name', type: 'varchar', length: 20 })
  shortName: string

  @Column({ name: 'build_year', type: 'int' })
  buildYear: number

  @Column({ type: 'double' })
  lng: number

  @Column({ type: 'double' })
  lat: number

  @Column({ name: 'centre_approximate', type: 'boolean' })
  centreApproximate: boolean

  @Column({ name: 'centre_source', type: 'varchar', length: 60 })
  centreSource: string

  /** City day a pack first came without it; the row stays, for what points at it. */
  @Column({ name: 'ended_on', nullable: true, type: 'date', utc: true })
  endedOn: string | null

  @UpdatedAt({ name: 'updated_at' })
  updatedAt: Date
}

/** 生活圈的社区: many to many; a circle spans subdistricts, a community may belong to several circles. */
@Entity('circle_community')
@Index('ix_circle_community_code', ['communityCode'])
export class CircleCommunity {
  @Id({ name: 'circle_id', primary: true })
  circleId: string

  @CodeColumn(12, { name: 'community_code', primary: true })
  communityCode: string

  /** 中心社区, the one annex 2 names the circle after. */
  @Column({ name: 'is_centre', type: 'boolean' })
  isCentre: boolean

  /** Place in annex 2's list, the centre first. */
  @Column({ type: 'int' })
  position: number
}

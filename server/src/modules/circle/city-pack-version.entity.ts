import { Column, Entity, Index } from 'typeorm'
import { At, CodeColumn, PrimaryId } from '../../platform/database/columns.js'

/** 城市包: the one city this database serves. Its row is what loaders take turns on, and what readers watch. */
@Entity('city_pack')
export class CityPackState {
  @CodeColumn(12, { name: 'city_code', primary: true })
  cityCode: string

  /** Grows with every load that changed a table. */
  @Column({ type: 'int' })
  revision: number

  @At({ name: 'loaded_at', nullable: true })
  loadedAt: Date | null
}

/** 城市包版本: which content of which file was loaded when; appended only when a file's content is new. */
@Entity('city_pack_version')
@Index('ix_city_pack_version_file', ['file', 'id'])
export class CityPackVersion {
  @PrimaryId()
  id: string

  @CodeColumn(80)
  file: string

  @CodeColumn(64)
  sha256: string

  @At({ name: 'loaded_at' })
  loadedAt: Date
}

import { Column, Entity } from 'typeorm'
import { CodeColumn } from '../../platform/database/columns.js'

/** 区划别名: another written form of one division (光明社区 is 光明巷社区). Names are not keys; this table is. */
@Entity('division_alias')
export class DivisionAlias {
  /** Compared byte by byte: the default collation takes some rare Han characters for one another. */
  @Column({ type: 'varchar', length: 60, charset: 'utf8mb4', collation: 'utf8mb4_bin', primary: true })
  alias: string

  @CodeColumn(12)
  code: string

  @Column({ type: 'varchar', length: 120 })
  note: string
}

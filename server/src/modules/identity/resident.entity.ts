import { Column, Entity, Index } from 'typeorm'
import { At, CodeColumn, CreatedAt, Encrypted, PrimaryId } from '../../platform/database/columns.js'

/** 居民: one person of one WeChat app. After erasure the row stays, empty, so that counts which point at it still add up. */
@Entity('resident')
@Index('uq_resident_openid', ['appid', 'openid'], { unique: true })
@Index('ix_resident_unionid', ['unionid'])
@Index('ix_resident_phone', ['phoneIndex'])
@Index('ix_resident_deletion', ['deletionEffectiveAt'])
export class Resident {
  @PrimaryId()
  id: string

  @CodeColumn(64)
  appid: string

  /** Null once erased: the same person who comes back is somebody new. */
  @CodeColumn(64, { nullable: true })
  openid: string | null

  @CodeColumn(64, { nullable: true })
  unionid: string | null

  @Column({ length: 40 })
  nickname: string

  @Encrypted({ nullable: true })
  phone: string | null

  @CodeColumn(43, { name: 'phone_index', nullable: true })
  phoneIndex: string | null

  @CodeColumn(4, { name: 'phone_tail', nullable: true })
  phoneTail: string | null

  @At({ name: 'deletion_requested_at', nullable: true })
  deletionRequestedAt: Date | null

  @At({ name: 'deletion_effective_at', nullable: true })
  deletionEffectiveAt: Date | null

  @At({ name: 'erased_at', nullable: true })
  erasedAt: Date | null

  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean

  @CreatedAt({ name: 'created_at' })
  createdAt: Date
}

import { Entity, Index } from 'typeorm'
import { At, CodeColumn, Id, PrimaryId } from '../../platform/database/columns.js'

export const sessionKinds = ['resident', 'staff'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** 登录会话: the token itself is never stored, only its SHA-256. */
@Entity('session')
@Index('uq_session_token', ['tokenHash'], { unique: true })
@Index('ix_session_subject', ['kind', 'subjectId'])
@Index('ix_session_seen', ['kind', 'lastSeenAt'])
export class Session {
  @PrimaryId()
  id: string

  @CodeColumn(43, { name: 'token_hash' })
  tokenHash: string

  @CodeColumn(10)
  kind: SessionKind

  @Id({ name: 'subject_id' })
  subjectId: string

  @At({ name: 'created_at' })
  createdAt: Date

  /** Written at most once a minute. */
  @At({ name: 'last_seen_at' })
  lastSeenAt: Date
}

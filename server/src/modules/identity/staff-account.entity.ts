import type { StaffRole } from '@yikezhong/shared/http/access'
import { Column, Entity, Index } from 'typeorm'
import { At, CodeColumn, CreatedAt, Encrypted, PrimaryId } from '../../platform/database/columns.js'

/** 工作人员账号: one role in one division. */
@Entity('staff_account')
@Index('uq_staff_account_username', ['username'], { unique: true })
export class StaffAccount {
  @PrimaryId()
  id: string

  @CodeColumn(32)
  username: string

  @CodeColumn(120, { name: 'password_hash' })
  passwordHash: string

  @Column({ name: 'display_name', length: 60 })
  displayName: string

  @CodeColumn(12)
  role: StaffRole

  @CodeColumn(12, { name: 'division_code' })
  divisionCode: string

  /** As it was called when the account was made: this floor does not know divisions. */
  @Column({ name: 'division_name', length: 60 })
  divisionName: string

  @Encrypted({ name: 'totp_secret', nullable: true })
  totpSecret: string | null

  /** Shown to the officer but not confirmed yet; log-in ignores it. */
  @Encrypted({ name: 'totp_pending', nullable: true })
  totpPending: string | null

  /** The last 30-second step whose code was used: no code of it or before is taken again. */
  @Column({ name: 'totp_last_step', type: 'int', nullable: true })
  totpLastStep: number | null

  @At({ name: 'disabled_at', nullable: true })
  disabledAt: Date | null

  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo: boolean

  @CreatedAt({ name: 'created_at' })
  createdAt: Date
}

/** 邀请: lets one person make one account with the role and division written here, once, within a day. */
@Entity('staff_invitation')
@Index('uq_staff_invitation_token', ['tokenHash'], { unique: true })
export class StaffInvitation {
  @PrimaryId()
  id: string

  @CodeColumn(43, { name: 'token_hash' })
  tokenHash: string

  @Column({ name: 'display_name', length: 60 })
  displayName: string

  @CodeColumn(12)
  role: StaffRole

  @CodeColumn(12, { name: 'division_code' })
  divisionCode: string

  @Column({ name: 'division_name', length: 60 })
  divisionName: string

  @At({ name: 'expires_at' })
  expiresAt: Date

  @At({ name: 'used_at', nullable: true })
  usedAt: Date | null

  @CreatedAt({ name: 'created_at' })
  createdAt: Date
}

/**
 * Failed log-ins by user name. Kept apart from the account so that names nobody has lock just the same: the lock
 * tells a guesser nothing.
 */
@Entity('staff_login_attempt')
@Index('ix_staff_login_attempt_last', ['lastAt'])
export class StaffLoginAttempt {
  @CodeColumn(43, { name: 'username_hash', primary: true })
  usernameHash: string

  @Column({ type: 'int' })
  failed: number

  @At({ name: 'last_at' })
  lastAt: Date
}

import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { SessionStore } from './session-store.js'
import { StaffAccount } from './staff-account.entity.js'
import { StaffAudit } from './staff-audit.js'

/** 停用账号: for an officer who left; the account can no longer log in and its sessions end. */
@Injectable()
export class DisableStaff {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly sessions: SessionStore,
    private readonly audit: StaffAudit,
  ) {}

  /** False when there is no such account in use. */
  execute(username: string): Promise<boolean> {
    return this.tx.run(async (manager) => {
      const account = await manager.findOneBy(StaffAccount, { username, disabledAt: IsNull() })
      if (!account) return false
      await manager.update(StaffAccount, { id: account.id }, { disabledAt: this.clock.now() })
      await this.sessions.revokeAll('staff', account.id)
      await this.audit.recordDisabled(account)
      return true
    })
  }
}

import { Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { StaffActor } from '../../platform/auth/actor.js'
import { Tx } from '../../platform/database/tx.js'
import type { Appointment } from './invite-staff.js'
import type { StaffAccount } from './staff-account.entity.js'

type StaffAction = 'staff.login' | 'staff.activated' | 'staff.totp-bound'

/** `npm run admin`: whoever has a shell on the server. */
const COMMAND = 'admin-command'

/** What of staff accounts goes into 操作记录: who logged in, who failed to, what became of an account. */
@Injectable()
export class StaffAudit {
  constructor(
    private readonly tx: Tx,
    private readonly audit: Audit,
  ) {}

  /** Something the officer did; call it last in the transaction. */
  record(account: StaffAccount, action: StaffAction, detail: Record<string, unknown> = {}): Promise<void> {
    return this.append(account, action, actorOf(account), detail)
  }

  /** A log-in that failed: nobody knows who tried. */
  recordFailure(account: StaffAccount, reason: string, attempt: number, isLocked: boolean): Promise<void> {
    return this.tx.run(async () => {
      await this.append(account, 'staff.login-failed', 'anonymous', { reason, attempt })
      if (isLocked) await this.append(account, 'staff.locked', 'anonymous', { minutes: 30 })
    })
  }

  recordDisabled(account: StaffAccount): Promise<void> {
    return this.append(account, 'staff.disabled', COMMAND, {})
  }

  recordInvitation(invitationId: string, { role, divisionCode }: Appointment): Promise<void> {
    return this.audit.append({
      actor: COMMAND,
      action: 'staff.invited',
      subject: `staff-invitation:${invitationId}`,
      divisionCode,
      detail: { role },
    })
  }

  private append(
    { id, divisionCode }: StaffAccount,
    action: string,
    actor: StaffActor | string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.append({ actor, action, subject: `staff:${id}`, divisionCode, detail })
  }
}

const actorOf = ({ id: staffId, role, divisionCode, displayName }: StaffAccount): StaffActor => ({
  kind: 'staff',
  sessionId: '',
  staffId,
  role,
  divisionCode,
  displayName,
})

import { Injectable } from '@nestjs/common'
import type { StaffRole } from '@yikezhong/shared/http/access'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { Random } from '../../platform/runtime/random.js'
import { hashToken, newToken } from './secret-token.js'
import { StaffInvitation } from './staff-account.entity.js'
import { StaffAudit } from './staff-audit.js'
import { roleFitsDivision } from './staff-rules.js'

const VALID_MS = 24 * 60 * 60_000

export interface Appointment {
  displayName: string
  role: StaffRole
  divisionCode: string
  divisionName: string
}

/** 邀请工作人员: a token that lets its holder make one account, once, within 24 hours. */
@Injectable()
export class InviteStaff {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly random: Random,
    private readonly audit: StaffAudit,
  ) {}

  execute(appointment: Appointment): Promise<{ token: string; expiresAt: Date }> {
    const { role, divisionCode } = appointment
    if (!roleFitsDivision(role, divisionCode))
      throw new Error(`${role} does not fit division ${divisionCode}`)
    const token = newToken(this.random)
    const now = this.clock.now()
    const expiresAt = new Date(now.getTime() + VALID_MS)
    return this.tx.run(async (manager) => {
      const id = this.ids.next()
      const tokenHash = hashToken(token)
      await manager.insert(StaffInvitation, { ...appointment, id, tokenHash, expiresAt, createdAt: now })
      await this.audit.recordInvitation(id, appointment)
      return { token, expiresAt }
    })
  }
}

import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Tx } from '../../platform/database/tx.js'
import { Members } from './members.js'
import { Resident } from './resident.entity.js'
import type { Session } from './session.entity.js'
import { StaffAccount } from './staff-account.entity.js'

/** Finds who a session speaks for, as they are now: a changed role counts at the next look. */
@Injectable()
export class Actors {
  constructor(
    private readonly tx: Tx,
    private readonly members: Members,
  ) {}

  find(session: Session): Promise<Actor | null> {
    return session.kind === 'staff' ? this.staff(session) : this.resident(session)
  }

  private async resident({ id: sessionId, subjectId: residentId }: Session): Promise<Actor | null> {
    const exists = await this.tx.repo(Resident).existsBy({ id: residentId, erasedAt: IsNull() })
    if (!exists) return null
    return { kind: 'resident', sessionId, residentId, memberships: await this.members.ofResident(residentId) }
  }

  private async staff({ id: sessionId, subjectId: staffId }: Session): Promise<Actor | null> {
    const account = await this.tx.repo(StaffAccount).findOneBy({ id: staffId, disabledAt: IsNull() })
    if (!account) return null
    const { role, divisionCode, displayName } = account
    return { kind: 'staff', sessionId, staffId, role, divisionCode, displayName }
  }
}

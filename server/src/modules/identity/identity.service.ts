import { Injectable } from '@nestjs/common'
import { Members, type Membership } from './members.js'
import { Residents } from './residents.js'
import { SessionStore } from './session-store.js'

/** What other modules may ask of identity. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly residents: Residents,
    private readonly members: Members,
    private readonly sessions: SessionStore,
  ) {}

  /** The last four digits of each resident's phone; null when none is bound. */
  residentPhoneTails(residentIds: readonly string[]): Promise<Map<string, string | null>> {
    return this.residents.phoneTails(residentIds)
  }

  /** Makes a resident a member of a merchant, or changes the role; counts at the person's next request. */
  async addMember(residentId: string, membership: Membership): Promise<void> {
    await this.members.put(residentId, membership)
    this.sessions.forgetSubject('resident', residentId)
  }

  async removeMember(residentId: string, merchantId: string): Promise<void> {
    await this.members.remove(residentId, merchantId)
    this.sessions.forgetSubject('resident', residentId)
  }
}

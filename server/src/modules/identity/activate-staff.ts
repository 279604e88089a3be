import { Injectable } from '@nestjs/common'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import type { activateStaff } from '@yikezhong/shared/identity/identity.contract'
import { IsNull, MoreThan } from 'typeorm'
import { isDuplicateKey, Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { isWeakPassword } from './password-policy.js'
import { hashPassword } from './passwords.js'
import { hashToken } from './secret-token.js'
import { StaffAccount, StaffInvitation } from './staff-account.entity.js'
import { StaffAudit } from './staff-audit.js'

type Request = RequestOf<typeof activateStaff>['body']

/** 激活账号: uses an invitation up, exactly once; any refusal leaves it usable. */
@Injectable()
export class ActivateStaff {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: StaffAudit,
  ) {}

  async execute({ token, username, password }: Request): Promise<StaffAccount> {
    const usable = { tokenHash: hashToken(token), usedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) }
    const invitation = await this.tx.repo(StaffInvitation).findOneBy(usable)
    if (!invitation) throw new DomainError('ACTIVATION_TOKEN_INVALID')
    if (isWeakPassword(password, username)) throw new DomainError('PASSWORD_TOO_WEAK')
    const passwordHash = await hashPassword(password)
    return this.tx.run(async (manager) => {
      const { affected } = await manager.update(StaffInvitation, usable, { usedAt: this.clock.now() })
      if (affected !== 1) throw new DomainError('ACTIVATION_TOKEN_INVALID')
      const account = await this.insert(invitation, username, passwordHash)
      await this.audit.record(account, 'staff.activated', { role: account.role })
      return account
    })
  }

  private async insert(invitation: StaffInvitation, username: string, passwordHash: string) {
    const { displayName, role, divisionCode, divisionName } = invitation
    const id = this.ids.next()
    try {
      const values = { id, username, passwordHash, displayName, role, divisionCode, divisionName }
      await this.tx.repo(StaffAccount).insert({ ...values, createdAt: this.clock.now() })
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('USERNAME_TAKEN')
      throw error
    }
    return this.tx.repo(StaffAccount).findOneByOrFail({ id })
  }
}

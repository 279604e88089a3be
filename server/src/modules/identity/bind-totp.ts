import { Injectable } from '@nestjs/common'
import type { StaffActor } from '../../platform/auth/actor.js'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { StaffAccount } from './staff-account.entity.js'
import { StaffAudit } from './staff-audit.js'
import { newTotpSecret, totpStep, totpUri } from './totp.js'

/** 绑定动态口令: a new secret counts only after a code from it was confirmed; until then the old one, if any, holds. */
@Injectable()
export class BindTotp {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly audit: StaffAudit,
  ) {}

  async start({ staffId }: StaffActor): Promise<{ secret: string; uri: string }> {
    const secret = newTotpSecret()
    const account = await this.tx.repo(StaffAccount).findOneByOrFail({ id: staffId })
    await this.tx.repo(StaffAccount).update({ id: staffId }, { totpPending: secret })
    return { secret, uri: totpUri(secret, account.username) }
  }

  confirm({ staffId }: StaffActor, code: string): Promise<void> {
    return this.tx.run(async (manager) => {
      const account = await manager.findOneOrFail(StaffAccount, {
        where: { id: staffId },
        lock: { mode: 'pessimistic_write' },
      })
      const step = account.totpPending && (await totpStep(account.totpPending, code, this.clock.now()))
      if (!step) throw new DomainError('TOTP_WRONG')
      const bound = { totpSecret: account.totpPending, totpPending: null, totpLastStep: step }
      await manager.update(StaffAccount, { id: staffId }, bound)
      await this.audit.record(account, 'staff.totp-bound', { rebound: account.totpSecret !== null })
    })
  }
}

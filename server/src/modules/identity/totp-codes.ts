import { Injectable } from '@nestjs/common'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { StaffAccount } from './staff-account.entity.js'
import { totpStep } from './totp.js'

/** 动态口令 at log-in: each code is good once. */
@Injectable()
export class TotpCodes {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
  ) {}

  /** True for a right code whose time step is later than the last one used; uses it up. */
  async use(staffId: string, secret: string, code: string): Promise<boolean> {
    const step = await totpStep(secret, code, this.clock.now())
    if (step === null) return false
    const { affected } = await this.tx
      .repo(StaffAccount)
      .createQueryBuilder()
      .update()
      .set({ totpLastStep: step })
      .where('id = :id AND (totp_last_step IS NULL OR totp_last_step < :step)', { id: staffId, step })
      .execute()
    return affected === 1
  }
}

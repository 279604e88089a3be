import { Injectable } from '@nestjs/common'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import type { ErrorCode } from '@yikezhong/shared/http/error-codes'
import type { loginStaff } from '@yikezhong/shared/identity/identity.contract'
import { IsNull } from 'typeorm'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { KeyedQueue } from './keyed-queue.js'
import { LoginAttempts, MAX_FAILURES } from './login-attempts.js'
import { passwordMatches } from './passwords.js'
import { SessionStore } from './session-store.js'
import { StaffAccount } from './staff-account.entity.js'
import { StaffAudit } from './staff-audit.js'
import { TotpCodes } from './totp-codes.js'

type Credentials = RequestOf<typeof loginStaff>['body']

/** 工作人员登录: user name, password and, once bound, a one-time code. */
@Injectable()
export class LoginStaff {
  private readonly queue = new KeyedQueue()

  constructor(
    private readonly tx: Tx,
    private readonly attempts: LoginAttempts,
    private readonly codes: TotpCodes,
    private readonly sessions: SessionStore,
    private readonly audit: StaffAudit,
  ) {}

  /** One at a time per name: several devices logging in at once with the right password must not lock each other out. */
  execute(credentials: Credentials): Promise<{ token: string; account: StaffAccount }> {
    const username = credentials.username.trim().toLowerCase()
    return this.queue.run(username, () => this.attempt({ ...credentials, username }))
  }

  private async attempt({ username, password, totp }: Credentials) {
    const number = await this.attempts.take(username)
    if (number === null) throw new DomainError('ACCOUNT_LOCKED')
    // the column is ASCII: MariaDB refuses to compare it with anything else
    const isAscii = /^[\x20-\x7e]*$/.test(username)
    const account = isAscii
      ? await this.tx.repo(StaffAccount).findOneBy({ username, disabledAt: IsNull() })
      : null
    const matches = await passwordMatches(account?.passwordHash, password)
    if (!account || !matches) return this.fail('CREDENTIALS_WRONG', number, account)
    if (account.totpSecret !== null) {
      if (totp === undefined) {
        await this.attempts.giveBack(username)
        throw new DomainError('TOTP_REQUIRED')
      }
      if (!(await this.codes.use(account.id, account.totpSecret, totp))) {
        return this.fail('TOTP_WRONG', number, account)
      }
    }
    return this.succeed(account)
  }

  private succeed(account: StaffAccount) {
    return this.tx.run(async () => {
      await this.attempts.clear(account.username)
      const token = await this.sessions.open('staff', account.id)
      await this.audit.record(account, 'staff.login', { totp: account.totpSecret !== null })
      return { token, account }
    })
  }

  private async fail(code: ErrorCode, number: number, account: StaffAccount | null): Promise<never> {
    if (account) await this.audit.recordFailure(account, code, number, number >= MAX_FAILURES)
    throw new DomainError(code)
  }
}

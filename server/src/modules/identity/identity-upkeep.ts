import { Injectable } from '@nestjs/common'
import { Every } from '../../platform/jobs/every.js'
import { LoginAttempts } from './login-attempts.js'
import { SessionStore } from './session-store.js'

/** Removes sessions and failure counts that can matter no more. */
@Injectable()
export class IdentityUpkeep {
  constructor(
    private readonly sessions: SessionStore,
    private readonly attempts: LoginAttempts,
  ) {}

  @Every({ name: 'session.remove-idle', seconds: 3600 })
  async run(): Promise<void> {
    await this.sessions.removeIdle()
    await this.attempts.removeOld()
  }
}

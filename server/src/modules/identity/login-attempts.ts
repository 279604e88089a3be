import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { LessThan } from 'typeorm'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { StaffLoginAttempt } from './staff-account.entity.js'

export const MAX_FAILURES = 5
const LOCK_MS = 30 * 60_000
const KEEP_MS = 24 * 60 * 60_000

/**
 * 登录失败计数: at most five wrong passwords per user name, then nothing for 30 minutes after the fifth. An attempt is
 * counted before its password is looked at, so however many arrive at once, on however many nodes, five are looked at.
 */
@Injectable()
export class LoginAttempts {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
  ) {}

  /** Counts one attempt and returns its number, or null when the name is locked. */
  async take(username: string): Promise<number | null> {
    const now = this.clock.now()
    const usernameHash = hashOf(username)
    const forgotten = new Date(now.getTime() - LOCK_MS)
    return this.tx.run(async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(StaffLoginAttempt)
        .values({ usernameHash, failed: 0, lastAt: now })
        .orIgnore()
        .execute()
      const { affected } = await manager
        .createQueryBuilder()
        .update(StaffLoginAttempt)
        .set({ failed: () => 'IF(last_at <= :forgotten, 1, failed + 1)', lastAt: now })
        .where('username_hash = :usernameHash AND (failed < :max OR last_at <= :forgotten)')
        .setParameters({ usernameHash, forgotten, max: MAX_FAILURES })
        .execute()
      if (affected !== 1) return null
      return (await manager.findOneByOrFail(StaffLoginAttempt, { usernameHash })).failed
    })
  }

  /** The password was right but the log-in is not complete: the attempt was no failure, earlier failures still count. */
  async giveBack(username: string): Promise<void> {
    await this.tx
      .repo(StaffLoginAttempt)
      .createQueryBuilder()
      .update()
      .set({ failed: () => 'failed - 1' })
      .where('username_hash = :usernameHash AND failed > 0', { usernameHash: hashOf(username) })
      .execute()
  }

  async clear(username: string): Promise<void> {
    await this.tx.repo(StaffLoginAttempt).delete({ usernameHash: hashOf(username) })
  }

  async removeOld(): Promise<void> {
    const lastAt = LessThan(new Date(this.clock.now().getTime() - KEEP_MS))
    await this.tx.repo(StaffLoginAttempt).delete({ lastAt })
  }
}

/** People type passwords into the name box: what was typed is not kept. */
const hashOf = (username: string) => createHash('sha256').update(username).digest('base64url')

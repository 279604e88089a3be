import { Injectable } from '@nestjs/common'
import { IsNull, MoreThan } from 'typeorm'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Resident } from './resident.entity.js'

const WAIT_MS = 24 * 60 * 60_000

/** 注销申请: takes effect after 24 hours, in which the person can think again. */
@Injectable()
export class MyDeletion {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
  ) {}

  async request(id: string): Promise<{ requestedAt: string; effectiveAt: string }> {
    const requestedAt = this.clock.now()
    const effectiveAt = new Date(requestedAt.getTime() + WAIT_MS)
    const { affected } = await this.tx
      .repo(Resident)
      .update(
        { id, deletionRequestedAt: IsNull() },
        { deletionRequestedAt: requestedAt, deletionEffectiveAt: effectiveAt },
      )
    if (affected !== 1) throw new DomainError('DELETION_ALREADY_REQUESTED')
    return { requestedAt: requestedAt.toISOString(), effectiveAt: effectiveAt.toISOString() }
  }

  /** Too late once it is due, even when the job has not come round yet. */
  async cancel(id: string): Promise<void> {
    const { affected } = await this.tx
      .repo(Resident)
      .update(
        { id, deletionEffectiveAt: MoreThan(this.clock.now()) },
        { deletionRequestedAt: null, deletionEffectiveAt: null },
      )
    if (affected !== 1) throw new DomainError('DELETION_NOT_REQUESTED')
  }
}

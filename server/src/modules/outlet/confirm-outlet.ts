import { Injectable } from '@nestjs/common'
import { cityDay } from '@yikezhong/shared/time/city-day'
import { sqlId } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { type ConfirmationSource, Outlet } from './outlet.entity.js'
import { OutletChanges } from './outlet-changes.js'
import { isListed } from './search/outlet-row.js'

interface Confirmation {
  outletId: string
  source: ConfirmationSource
  personId: string
}

/** 确认: records that a person saw the outlet open, once per person and city day. */
@Injectable()
export class ConfirmOutlet {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly changes: OutletChanges,
  ) {}

  /** Answers the city day the outlet was last confirmed on. */
  execute({ outletId, source, personId }: Confirmation): Promise<string> {
    const today = cityDay(this.clock.now())
    return this.tx.run(async (manager) => {
      const outlet = await manager.findOne(Outlet, {
        where: { id: outletId },
        select: { id: true, status: true },
      })
      if (!outlet || !isListed(outlet.status)) throw new DomainError('OUTLET_UNKNOWN')
      // The unique key decides who was first; a repeat changes nothing.
      await manager.query(
        `INSERT INTO outlet_confirmation (id, outlet_id, person_id, confirmed_on, source) VALUES (?, ?, ?, ?, ?)
         ON DUPLICATE KEY UPDATE id = id`,
        [sqlId(this.ids.next()), sqlId(outletId), sqlId(personId), today, source],
      )
      const { affected } = await manager
        .createQueryBuilder()
        .update(Outlet)
        .set({ lastConfirmedOn: today, lastConfirmedBy: source })
        .where('id = :id AND (last_confirmed_on IS NULL OR last_confirmed_on < :today)', {
          id: sqlId(outletId),
          today,
        })
        .execute()
      if (affected) await this.changes.record([outletId])
      return today
    })
  }
}

import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { Merchant } from './merchant.entity.js'
import { Outlet } from './outlet.entity.js'
import { OutletChanges } from './outlet-changes.js'
import { OutletAccess, OutletConfirmation, OutletServiceItem, PriceItem } from './outlet-parts.entity.js'

const batch = 500

/** 清除示例网点: removes demo outlets, all that hangs on them, and demo merchants. */
@Injectable()
export class RemoveDemoOutlets {
  constructor(
    private readonly tx: Tx,
    private readonly changes: OutletChanges,
  ) {}

  /** Answers how many outlets went. */
  async execute(): Promise<number> {
    return this.tx.run(async (manager) => {
      const rows = await manager.find(Outlet, { where: { isDemo: true }, select: { id: true } })
      const ids = rows.map(({ id }) => id)
      for (let from = 0; from < ids.length; from += batch) {
        const outletId = In(sqlIds(ids.slice(from, from + batch)))
        for (const part of [OutletServiceItem, OutletAccess, PriceItem, OutletConfirmation])
          await manager.delete(part, { outletId })
        await manager.delete(Outlet, { id: outletId })
      }
      await manager.delete(Merchant, { isDemo: true })
      await this.changes.record(ids)
      return ids.length
    })
  }
}

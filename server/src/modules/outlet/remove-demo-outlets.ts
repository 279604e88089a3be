import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { chunks } from '../../platform/database/chunks.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { Merchant } from './merchant.entity.js'
import { Outlet } from './outlet.entity.js'
import { OutletChanges } from './outlet-changes.js'
import { OutletAccess, OutletConfirmation, OutletServiceItem, PriceItem } from './outlet-parts.entity.js'

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
      for (const few of chunks(ids)) {
        const outletId = In(sqlIds(few))
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

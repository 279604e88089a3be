import { Injectable } from '@nestjs/common'
import { sqlId } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { OutletIndex } from './search/outlet-index.js'

const batch = 1000

/** Tells every node's search index which outlets changed: part of the transaction that changes them. */
@Injectable()
export class OutletChanges {
  constructor(
    private readonly tx: Tx,
    private readonly index: OutletIndex,
  ) {}

  async record(outletIds: readonly string[]): Promise<void> {
    if (outletIds.length === 0) return
    // In id order, so that two writers of the same outlets wait for instead of deadlocking each other.
    const ids = outletIds.map(sqlId).sort((a, b) => (a < b ? -1 : 1))
    for (let from = 0; from < ids.length; from += batch) {
      const chunk = ids.slice(from, from + batch)
      await this.tx.manager.query(
        `INSERT INTO outlet_change (outlet_id, revision, changed_at)
         VALUES ${chunk.map(() => '(?, 1, UTC_TIMESTAMP(3))').join(', ')}
         ON DUPLICATE KEY UPDATE revision = revision + 1, changed_at = UTC_TIMESTAMP(3)`,
        chunk,
      )
    }
    this.tx.afterCommit(() => this.index.refresh(outletIds))
  }
}

import { Injectable } from '@nestjs/common'
import type { WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { DataSource } from 'typeorm'
import { chunks } from '../../../platform/database/chunks.js'
import { sqlId, sqlIds } from '../../../platform/database/sql-id.js'
import { listedStatuses, type OutletFacts, OutletRow } from './outlet-row.js'

/** The row as the driver reads it: JSON is text on MariaDB, flags are numbers, and the parts come apart. */
type Stored = Omit<OutletFacts, 'hours' | 'isDemo' | 'services' | 'accessible'> & {
  hours: string | WeeklyHours | null
  isDemo: number
}

interface Part {
  outletId: string
  code: string
}

const batch = 2000

const columns = `CAST(o.id AS CHAR) AS id, o.name, o.format_code AS formatCode, o.community_code AS communityCode,
  o.status, o.lng, o.lat, o.search_text AS searchText, o.address, o.phone, o.hours, o.price_note AS priceNote,
  o.offer_label AS offer, CAST(o.last_confirmed_on AS CHAR) AS lastConfirmedOn, o.is_demo AS isDemo`

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ')

/** Reads listed outlets from the tables, always outside the caller's transaction: only what is committed counts. */
@Injectable()
export class LoadRows {
  constructor(private readonly dataSource: DataSource) {}

  /** Every listed outlet, in batches short enough for the query timeout. */
  async all(): Promise<OutletRow[]> {
    const rows: OutletRow[] = []
    for (let after = 0n; ; ) {
      const stored: Stored[] = await this.dataSource.query(
        `SELECT ${columns} FROM outlet o WHERE o.id > ? AND o.status IN (${marks(listedStatuses)})
         ORDER BY o.id LIMIT ${batch}`,
        [after, ...listedStatuses],
      )
      rows.push(...(await this.complete(stored)))
      const last = stored.at(-1)
      if (!last || stored.length < batch) return rows
      after = sqlId(last.id)
    }
  }

  /** The listed ones among some outlets. */
  async byIds(ids: readonly string[]): Promise<OutletRow[]> {
    const rows: OutletRow[] = []
    for (const part of chunks(ids, batch)) {
      const chunk = sqlIds(part)
      const stored: Stored[] = await this.dataSource.query(
        `SELECT ${columns} FROM outlet o WHERE o.id IN (${marks(chunk)}) AND o.status IN (${marks(listedStatuses)})`,
        [...chunk, ...listedStatuses],
      )
      rows.push(...(await this.complete(stored)))
    }
    return rows
  }

  /** The parts are read after the outlets, so a row is never older than the change that asked for it. */
  private async complete(stored: readonly Stored[]): Promise<OutletRow[]> {
    if (stored.length === 0) return []
    const ids = sqlIds(stored.map(({ id }) => id))
    const services = await this.parts('outlet_service', 'service_code', ids)
    const accessible = await this.parts('outlet_access', 'access_code', ids, `AND state = 'yes'`)
    return stored.map(
      (row) =>
        new OutletRow({
          ...row,
          hours: typeof row.hours === 'string' ? JSON.parse(row.hours) : row.hours,
          isDemo: row.isDemo === 1,
          services: services.get(row.id) ?? [],
          accessible: accessible.get(row.id) ?? [],
        }),
    )
  }

  private async parts(
    table: string,
    column: string,
    ids: bigint[],
    condition = '',
  ): Promise<Map<string, string[]>> {
    const parts: Part[] = await this.dataSource.query(
      `SELECT CAST(outlet_id AS CHAR) AS outletId, ${column} AS code FROM ${table}
       WHERE outlet_id IN (${marks(ids)}) ${condition} ORDER BY outlet_id, ${column}`,
      ids,
    )
    const byOutlet = new Map<string, string[]>()
    for (const { outletId, code } of parts) {
      const codes = byOutlet.get(outletId)
      if (codes) codes.push(code)
      else byOutlet.set(outletId, [code])
    }
    return byOutlet
  }
}

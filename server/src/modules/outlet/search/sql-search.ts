import { Injectable } from '@nestjs/common'
import { isOpen, openStateAt } from '@yikezhong/shared/outlet/opening-hours'
import type { OutletStatus, WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { DataSource } from 'typeorm'
import { type Box, cellRanges } from './cell.js'
import { boxAround, distanceFrom } from './distance.js'
import { LoadRows } from './load-rows.js'
import { type Hit, type NearbyPage, type NearbySearch, PageCollector } from './nearest.js'
import type { KeywordTerm, OutletFilter } from './outlet-filter.js'
import { listedStatuses, type OutletRow } from './outlet-row.js'

interface Candidate {
  id: string
  lng: number
  lat: number
  status: OutletStatus
  hours: string | WeeklyHours | null
}

interface Condition {
  sql: string
  values: readonly (string | number)[]
}

const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ')
const inList = (column: string, values: Iterable<string>): Condition => {
  const list = [...values]
  return list.length === 0
    ? { sql: 'FALSE', values: [] }
    : { sql: `${column} IN (${marks(list.length)})`, values: list }
}

/**
 * The same searches by SQL over grid cells: the truth the index is compared with, and the answer while it is not
 * built. Distance and opening hours are reckoned here, by the rules the index uses.
 */
@Injectable()
export class SqlSearch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rows: LoadRows,
  ) {}

  async nearest(search: NearbySearch): Promise<NearbyPage<OutletRow>> {
    const { origin, radiusMeters, filter, limit, after, nowMs } = search
    const distance = distanceFrom(origin)
    const reachCm = radiusMeters === null ? Infinity : radiusMeters * 100
    const collector = new PageCollector<Candidate>(limit, after)
    const box = radiusMeters === null ? null : boxAround(origin, radiusMeters)
    for (const candidate of await this.candidates(box, filter)) {
      const cm = distance(candidate.lng, candidate.lat)
      if (cm <= reachCm && (!filter.openOnly || isOpenAt(candidate, nowMs))) collector.offer(candidate, cm)
    }
    const page = collector.page()
    return { ...page, hits: await this.complete(page.hits) }
  }

  /** Every outlet of the box that matches, for a map. */
  async inBox(box: Box, filter: OutletFilter, nowMs: number): Promise<OutletRow[]> {
    const candidates = await this.candidates(box, filter)
    const inside = candidates.filter(
      (candidate) =>
        candidate.lng >= box.west &&
        candidate.lng <= box.east &&
        candidate.lat >= box.south &&
        candidate.lat <= box.north &&
        (!filter.openOnly || isOpenAt(candidate, nowMs)),
    )
    return this.rows.byIds(inside.map(({ id }) => id))
  }

  private candidates(box: Box | null, filter: OutletFilter): Promise<Candidate[]> {
    const conditions = [
      inList('o.status', listedStatuses),
      ...(box ? [cellsOf(box)] : []),
      ...conditionsOf(filter),
    ]
    return this.dataSource.query(
      `SELECT CAST(o.id AS CHAR) AS id, o.lng, o.lat, o.status, o.hours FROM outlet o
       WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
      conditions.flatMap(({ values }) => values),
    )
  }

  private async complete(hits: readonly Hit<Candidate>[]): Promise<Hit<OutletRow>[]> {
    const rows = await this.rows.byIds(hits.map(({ row }) => row.id))
    const byId = new Map(rows.map((row) => [row.id, row]))
    return hits.flatMap(({ row: { id }, distanceCm }) => {
      const row = byId.get(id)
      return row ? [{ row, distanceCm }] : []
    })
  }
}

function isOpenAt({ hours, status }: Candidate, nowMs: number): boolean {
  const week: WeeklyHours | null = typeof hours === 'string' ? JSON.parse(hours) : hours
  return isOpen(openStateAt(week, status, new Date(nowMs))) === true
}

function cellsOf(box: Box): Condition {
  const ranges = cellRanges(box)
  return { sql: `(${ranges.map(() => 'o.cell BETWEEN ? AND ?').join(' OR ')})`, values: ranges.flat() }
}

function conditionsOf({ formats, service, communities, divisions, terms }: OutletFilter): Condition[] {
  return [
    ...(formats ? [inList('o.format_code', formats)] : []),
    ...(service === null ? [] : [hasService([service])]),
    ...(communities ? [inList('o.community_code', communities)] : []),
    ...divisions.map((prefix) => ({ sql: 'o.community_code LIKE ?', values: [`${prefix}%`] })),
    ...terms.map(conditionOfTerm),
  ]
}

const hasService = (codes: readonly string[]): Condition => ({
  sql: `EXISTS (SELECT 1 FROM outlet_service s WHERE s.outlet_id = o.id AND s.service_code IN (${marks(codes.length)}))`,
  values: codes,
})

/** LOCATE compares by the column's binary collation and knows no wildcards, so nothing needs escaping. */
function conditionOfTerm({ text, formats, services }: KeywordTerm): Condition {
  const ways: Condition[] = [
    { sql: 'LOCATE(?, o.search_text) > 0', values: [text] },
    inList('o.format_code', formats),
    ...(services.size > 0 ? [hasService([...services])] : []),
  ]
  return { sql: `(${ways.map(({ sql }) => sql).join(' OR ')})`, values: ways.flatMap(({ values }) => values) }
}

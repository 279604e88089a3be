import { Injectable } from '@nestjs/common'
import type { Location } from '@yikezhong/shared/http/primitives'
import type { OutletMap } from '@yikezhong/shared/outlet/outlet.contract'
import { cityDay } from '@yikezhong/shared/time/city-day'
import { Clock } from '../../../platform/runtime/clock.js'
import type { Box } from './cell.js'
import { type NearbyPage, type NearbySearch, nearest } from './nearest.js'
import { matches, type OutletFilter } from './outlet-filter.js'
import { OutletIndex } from './outlet-index.js'
import { mapOf } from './outlet-map.js'
import type { OutletRow } from './outlet-row.js'
import { type FilterQuery, type PlaceQuery, PlaceReader } from './place.js'
import { decodeCursor, encodeCursor } from './search-cursor.js'
import { SqlSearch } from './sql-search.js'
import { searchJson } from './summary-json.js'

export interface SearchQuery extends PlaceQuery {
  limit?: number | undefined
  cursor?: string | undefined
}

export interface MapQuery extends FilterQuery, Box {}

const defaultLimit = 20

/** 网点搜索: reads the question, asks the index (or SQL while there is none) and writes the answer. */
@Injectable()
export class OutletSearch {
  constructor(
    private readonly place: PlaceReader,
    private readonly index: OutletIndex,
    private readonly sql: SqlSearch,
    private readonly clock: Clock,
  ) {}

  /** The answer of `searchOutlets`, as JSON. */
  async search(query: SearchQuery): Promise<Buffer> {
    const filter = this.place.filterOf(query)
    const { origin, radiusMeters } = this.place.reachOf(query)
    const question = questionOf(query, origin, radiusMeters)
    const nowMs = this.clock.now().getTime()
    const page = await this.nearest({
      origin,
      radiusMeters,
      filter,
      limit: query.limit ?? defaultLimit,
      after: query.cursor === undefined ? null : decodeCursor(query.cursor, question),
      nowMs,
    })
    return searchJson(page, origin, nextCursor(page, question), nowMs)
  }

  /** `scope` is the division an officer's map is limited to. */
  async map(query: MapQuery, scope?: string): Promise<OutletMap> {
    const filter = this.place.filterOf(query)
    const limited = scope === undefined ? filter : { ...filter, divisions: [...filter.divisions, scope] }
    const box = this.place.boxOf(query)
    const now = this.clock.now()
    const rows = await this.inBox(box, limited, now.getTime())
    return mapOf(rows, box, cityDay(now), now.getTime())
  }

  private nearest(search: NearbySearch): NearbyPage<OutletRow> | Promise<NearbyPage<OutletRow>> {
    const index = this.index.current
    return index ? nearest(index, search) : this.sql.nearest(search)
  }

  private inBox(box: Box, filter: OutletFilter, nowMs: number): OutletRow[] | Promise<OutletRow[]> {
    const index = this.index.current
    if (!index) return this.sql.inBox(box, filter, nowMs)
    const rows: OutletRow[] = []
    index.visit({ box, distance: () => 0, reachCm: 0 }, filter, (row) => {
      if (isInside(box, row) && matches(filter, row, nowMs)) rows.push(row)
    })
    return rows
  }
}

const isInside = ({ west, south, east, north }: Box, { lng, lat }: OutletRow) =>
  lng >= west && lng <= east && lat >= south && lat <= north

/** Everything that decides which rows come in which order: a cursor holds for this question only. */
const questionOf = (query: SearchQuery, { lng, lat }: Location, radiusMeters: number | null): string => {
  const { format, service, keyword, openNow, circleId, communityCode } = query
  return JSON.stringify([lng, lat, radiusMeters, format, service, keyword, openNow, circleId, communityCode])
}

function nextCursor({ hits, hasMore }: NearbyPage<OutletRow>, question: string): string | null {
  const last = hits.at(-1)
  return hasMore && last ? encodeCursor({ distanceCm: last.distanceCm, id: last.row.id }, question) : null
}

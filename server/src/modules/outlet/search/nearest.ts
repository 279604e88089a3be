import type { Location } from '@yikezhong/shared/http/primitives'
import { boxAround, distanceFrom } from './distance.js'
import type { GridIndex } from './grid-index.js'
import { matches, type OutletFilter } from './outlet-filter.js'
import { compareIds, type OutletRow } from './outlet-row.js'

/** A place in the order of a search: nearer first, then the smaller id. */
export interface Rank {
  distanceCm: number
  id: string
}

export interface NearbySearch {
  origin: Location
  radiusMeters: number | null
  filter: OutletFilter
  limit: number
  /** The last row of the page before. */
  after: Rank | null
  nowMs: number
}

export interface Hit<T> {
  row: T
  distanceCm: number
}

export interface NearbyPage<T> {
  hits: Hit<T>[]
  /** All matches, on whatever page. */
  total: number
  hasMore: boolean
}

/** Collects the first rows of the order after a rank, whatever order they are offered in. */
export class PageCollector<T extends { id: string }> {
  private readonly hits: Hit<T>[] = []
  private total = 0
  private following = 0

  constructor(
    private readonly limit: number,
    private readonly after: Rank | null,
  ) {}

  offer(row: T, distanceCm: number): void {
    this.total++
    if (this.after && !isBefore(this.after.distanceCm, this.after.id, distanceCm, row.id)) return
    this.following++
    let at = this.hits.length
    const last = this.hits[at - 1]
    if (at === this.limit) {
      if (!last || !isBefore(distanceCm, row.id, last.distanceCm, last.row.id)) return
      this.hits.pop()
      at--
    }
    for (; at > 0; at--) {
      const before = this.hits[at - 1] as Hit<T>
      if (isBefore(before.distanceCm, before.row.id, distanceCm, row.id)) break
    }
    this.hits.splice(at, 0, { row, distanceCm })
  }

  page(): NearbyPage<T> {
    return { hits: this.hits, total: this.total, hasMore: this.following > this.hits.length }
  }
}

const isBefore = (cm: number, id: string, otherCm: number, otherId: string) =>
  cm < otherCm || (cm === otherCm && compareIds(id, otherId) < 0)

/** 附近: a page of the matching outlets by distance, from the index. */
export function nearest(index: GridIndex, search: NearbySearch): NearbyPage<OutletRow> {
  const { origin, radiusMeters, filter, limit, after, nowMs } = search
  const distance = distanceFrom(origin)
  const reachCm = radiusMeters === null ? Infinity : radiusMeters * 100
  const collector = new PageCollector<OutletRow>(limit, after)
  index.visit(radiusMeters === null ? null : boxAround(origin, radiusMeters), filter, (row) => {
    const cm = distance(row.lng, row.lat)
    if (cm <= reachCm && matches(filter, row, nowMs)) collector.offer(row, cm)
  })
  return collector.page()
}

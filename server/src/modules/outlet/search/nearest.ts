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
  private readonly rows: T[] = []
  private readonly distances: number[] = []
  private total = 0

  constructor(
    private readonly limit: number,
    private readonly after: Rank | null,
  ) {}

  offer(row: T, distanceCm: number): void {
    this.total++
    if (this.after !== null && !isBefore(this.after.distanceCm, this.after.id, distanceCm, row.id)) return
    this.rows.push(row)
    this.distances.push(distanceCm)
  }

  page(): NearbyPage<T> {
    const hasMore = this.rows.length > this.limit
    // Sorting everything would cost more than finding it: first what can be on the page, then its order.
    const farthest = hasMore ? smallest(Float64Array.from(this.distances), this.limit - 1) : Infinity
    const hits: Hit<T>[] = []
    this.rows.forEach((row, at) => {
      const distanceCm = this.distances[at] as number
      if (distanceCm <= farthest) hits.push({ row, distanceCm })
    })
    hits.sort((a, b) => a.distanceCm - b.distanceCm || compareIds(a.row.id, b.row.id))
    return { hits: hits.slice(0, this.limit), total: this.total, hasMore }
  }
}

/** The value that would stand at an index if the values were sorted (quickselect; reorders them). */
function smallest(values: Float64Array, index: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >>> 1] as number
    let left = low
    let right = high
    while (left <= right) {
      while ((values[left] as number) < pivot) left++
      while ((values[right] as number) > pivot) right--
      if (left > right) break
      const swapped = values[left] as number
      values[left++] = values[right] as number
      values[right--] = swapped
    }
    if (index <= right) high = right
    else if (index >= left) low = left
    else break
  }
  return values[index] as number
}

const isBefore = (cm: number, id: string, otherCm: number, otherId: string) =>
  cm < otherCm || (cm === otherCm && compareIds(id, otherId) < 0)

/** 附近: a page of the matching outlets by distance, from the index. */
export function nearest(index: GridIndex, search: NearbySearch): NearbyPage<OutletRow> {
  const { origin, radiusMeters, filter, limit, after, nowMs } = search
  const collector = new PageCollector<OutletRow>(limit, after)
  const area = {
    box: radiusMeters === null ? null : boxAround(origin, radiusMeters),
    distance: distanceFrom(origin),
    reachCm: radiusMeters === null ? Infinity : radiusMeters * 100,
  }
  index.visit(area, filter, (row, cm) => {
    if (matches(filter, row, nowMs)) collector.offer(row, cm)
  })
  return collector.page()
}

import type { Location } from '@yikezhong/shared/http/primitives'
import { walkMinutes } from '@yikezhong/shared/outlet/walk-minutes'
import type { NearbyPage } from './nearest.js'
import type { OutletRow } from './outlet-row.js'

/** More than the longest ending of a row takes. */
const tailBytes = 80
const comma = 0x2c

/**
 * The answer of `searchOutlets` as UTF-8: rows were written when they changed and are copied here, which costs a
 * fraction of serialising them again.
 */
export function searchJson(
  { hits, total }: NearbyPage<OutletRow>,
  origin: Location,
  nextCursor: string | null,
  nowMs: number,
): Buffer {
  const ending = `],"nextCursor":${JSON.stringify(nextCursor)},"total":${total},"origin":{"lng":${origin.lng},"lat":${origin.lat}}}`
  let size = 16 + ending.length
  for (const { row } of hits) size += row.json.length + tailBytes
  const answer = Buffer.allocUnsafe(size)
  let at = answer.write('{"items":[', 0, 'latin1')
  let isFirst = true
  for (const { row, distanceCm } of hits) {
    if (isFirst) isFirst = false
    else answer[at++] = comma
    answer.set(row.json, at)
    at += row.json.length
    const meters = Math.round(distanceCm / 100)
    const tail = `${row.openAt(nowMs)},"distanceMeters":${meters},"walkMinutes":${walkMinutes(meters)}}`
    at += answer.write(tail, at, 'latin1')
  }
  at += answer.write(ending, at, 'latin1')
  return answer.subarray(0, at)
}

import type { KeywordTerm, OutletFilter } from './outlet-filter.js'
import type { OutletRow } from './outlet-row.js'

/** Sorted positions of rows that have something in common. */
export type Posting = Uint32Array<ArrayBuffer>

const none: Posting = new Uint32Array(0)

/** Two UTF-16 units as one key: a pair of Han characters, or one rare Han character or emoji by itself. */
const gramAt = (text: string, at: number) => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)

/** First index of a sorted list, from `from` on, whose value is not below `value`. */
export function lowerBound(list: Posting, value: number, from: number): number {
  let low = from
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** 倒排表: for every format, service, community and pair of characters, the rows that have it. */
export class Postings {
  private readonly formats: Map<string, Posting>
  private readonly services: Map<string, Posting>
  private readonly communities: Map<string, Posting>
  private readonly grams: Map<number, Posting>

  constructor(rows: readonly OutletRow[]) {
    this.formats = collect(rows, (row, add) => add(row.formatCode))
    this.communities = collect(rows, (row, add) => add(row.communityCode))
    this.services = collect(rows, (row, add) => row.services.forEach(add))
    this.grams = collect<number>(rows, ({ searchText }, add) => {
      for (let at = 0; at + 1 < searchText.length; at++) add(gramAt(searchText, at))
    })
  }

  /**
   * The shortest set of lists that together hold every row the filter can match; null when no filter narrows it.
   * The lists may overlap.
   */
  narrowest(filter: OutletFilter): Posting[] | null {
    const ways: Posting[][] = []
    if (filter.formats) ways.push(this.listsOf(this.formats, filter.formats))
    if (filter.service !== null) ways.push(this.listsOf(this.services, [filter.service]))
    if (filter.communities) ways.push(this.listsOf(this.communities, filter.communities))
    for (const prefix of filter.divisions) ways.push(this.communitiesUnder(prefix))
    for (const term of filter.terms) {
      const lists = this.listsOfTerm(term)
      if (lists) ways.push(lists)
    }
    let best: Posting[] | null = null
    for (const way of ways) if (best === null || length(way) < length(best)) best = way
    return best
  }

  private listsOf<K>(map: Map<K, Posting>, keys: Iterable<K>): Posting[] {
    return Array.from(keys, (key) => map.get(key) ?? none).filter((list) => list.length > 0)
  }

  private communitiesUnder(prefix: string): Posting[] {
    return [...this.communities].filter(([code]) => code.startsWith(prefix)).map(([, list]) => list)
  }

  private listsOfTerm({ text, formats, services }: KeywordTerm): Posting[] | null {
    if (text.length < 2) return null
    let rarest: Posting | null = null
    for (let at = 0; at + 1 < text.length; at++) {
      const list = this.grams.get(gramAt(text, at)) ?? none
      if (rarest === null || list.length < rarest.length) rarest = list
    }
    return [
      ...this.listsOf(this.formats, formats),
      ...this.listsOf(this.services, services),
      ...(rarest && rarest.length > 0 ? [rarest] : []),
    ]
  }
}

export const length = (lists: readonly Posting[]) => lists.reduce((sum, list) => sum + list.length, 0)

interface Growing {
  count: number
  last: number
  list: Posting
}

type Keys<K> = (row: OutletRow, add: (key: K) => void) => void

/** Two passes, so that every list is allocated once at its exact length. */
function collect<K = string>(rows: readonly OutletRow[], keysOf: Keys<K>): Map<K, Posting> {
  const growing = new Map<K, Growing>()
  rows.forEach((row, position) => {
    keysOf(row, (key) => {
      const entry = growing.get(key)
      if (!entry) growing.set(key, { count: 1, last: position, list: none })
      else if (entry.last !== position) Object.assign(entry, { count: entry.count + 1, last: position })
    })
  })
  for (const entry of growing.values()) {
    entry.list = new Uint32Array(entry.count)
    entry.count = 0
    entry.last = -1
  }
  rows.forEach((row, position) => {
    keysOf(row, (key) => {
      const entry = growing.get(key) as Growing
      if (entry.last === position) return
      entry.list[entry.count++] = position
      entry.last = position
    })
  })
  return new Map(Array.from(growing, ([key, { list }]) => [key, list]))
}

import { distanceFrom } from './distance.js'
import { GridIndex } from './grid-index.js'
import { type NearbySearch, nearest } from './nearest.js'
import { everything, matches, type OutletFilter } from './outlet-filter.js'
import { compareIds, OutletRow } from './outlet-row.js'

/** A small generator of its own, so that a failing case can be run again. */
function randomness(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
  return { next, pick }
}

const formats = ['breakfast', 'pharmacy', 'repair']
const services = ['printing', 'parcel-agent']
const words = ['李记', '早餐', '药房', '修鞋', '𠮷野家', '🍜面馆', 'KFC', '巷']
const communities = ['620502001001', '620502001002', '620503001001']

function randomRow(id: number, { next, pick }: ReturnType<typeof randomness>): OutletRow {
  const name = `${pick(words)}${pick(words)}`
  return new OutletRow({
    id: String(id),
    name,
    searchText: name.toLowerCase(),
    formatCode: pick(formats),
    communityCode: pick(communities),
    status: 'operating',
    lng: 105.7 + Math.round(next() * 400) / 10_000,
    lat: 34.56 + Math.round(next() * 400) / 10_000,
    services: services.filter(() => next() < 0.3),
    hours: null,
    address: '',
    phone: null,
    priceNote: null,
    accessible: [],
    offer: null,
    lastConfirmedOn: null,
    isDemo: false,
  })
}

function randomSearch({ next, pick }: ReturnType<typeof randomness>): NearbySearch {
  const filter: OutletFilter = {
    ...everything,
    formats: next() < 0.4 ? new Set([pick(formats)]) : null,
    service: next() < 0.2 ? pick(services) : null,
    communities: next() < 0.2 ? new Set([pick(communities), pick(communities)]) : null,
    divisions: next() < 0.2 ? ['620502'] : [],
    terms:
      next() < 0.5
        ? [
            {
              text: pick(['早餐', '药', '𠮷', '🍜', 'kfc', '记早', '没有的']),
              formats: new Set(),
              services: new Set(),
            },
          ]
        : [],
  }
  return {
    origin: { lng: 105.7 + next() * 0.04, lat: 34.56 + next() * 0.04 },
    radiusMeters: next() < 0.3 ? null : Math.ceil(next() * 3000),
    filter,
    limit: Math.ceil(next() * 30),
    after: null,
    nowMs: 0,
  }
}

function byScan(rows: readonly OutletRow[], { origin, radiusMeters, filter, nowMs }: NearbySearch): string[] {
  const distance = distanceFrom(origin)
  return rows
    .map((row) => ({ row, cm: distance(row.lng, row.lat) }))
    .filter(({ row, cm }) => cm <= (radiusMeters ?? Infinity) * 100 && matches(filter, row, nowMs))
    .sort((a, b) => a.cm - b.cm || compareIds(a.row.id, b.row.id))
    .map(({ row }) => row.id)
}

function allPages(index: GridIndex, search: NearbySearch): string[] {
  const ids: string[] = []
  for (let after: NearbySearch['after'] = null; ; ) {
    const page = nearest(index, { ...search, after })
    ids.push(...page.hits.map(({ row }) => row.id))
    const last = page.hits.at(-1)
    if (!page.hasMore || !last) return ids
    after = { distanceCm: last.distanceCm, id: last.row.id }
  }
}

describe('GridIndex', () => {
  it('finds, counts and pages exactly what a scan over all rows finds', () => {
    const random = randomness(1)
    const rows = Array.from({ length: 1500 }, (_, at) => randomRow(at + 1, random))
    const index = new GridIndex(rows)
    for (let round = 0; round < 400; round++) {
      const search = randomSearch(random)
      const expected = byScan(rows, search)
      expect(nearest(index, search).total).toBe(expected.length)
      expect(allPages(index, search)).toEqual(expected)
    }
  })

  it('stays right while rows come, change, move and go', () => {
    const random = randomness(2)
    const rows = new Map(Array.from({ length: 300 }, (_, at) => [String(at + 1), randomRow(at + 1, random)]))
    const index = new GridIndex([...rows.values()])
    for (let round = 0; round < 400; round++) {
      const id = 1 + Math.floor(random.next() * 400)
      if (random.next() < 0.3) {
        rows.delete(String(id))
        index.remove(String(id))
      } else {
        const row = randomRow(id, random)
        rows.set(row.id, row)
        index.put(row)
      }
      const search = randomSearch(random)
      expect(allPages(index, search)).toEqual(byScan([...rows.values()], search))
      expect(index.size).toBe(rows.size)
      expect(index.get(String(id))).toBe(rows.get(String(id)))
    }
    expect(index.isWorn).toBe(true)
  })

  it('answers over nothing, over one row and over many rows at one point', () => {
    const random = randomness(3)
    const search = { ...randomSearch(random), filter: everything, radiusMeters: null }
    expect(nearest(new GridIndex([]), search)).toEqual({ hits: [], total: 0, hasMore: false })
    expect(nearest(new GridIndex([randomRow(7, random)]), search).total).toBe(1)
    const one = randomRow(1, random)
    const crowd = Array.from({ length: 120 }, (_, at) =>
      Object.assign(randomRow(at + 1, random), one.location),
    )
    const reversed = new GridIndex(crowd.reverse())
    expect(allPages(reversed, { ...search, limit: 7 })).toEqual(crowd.map(({ id }) => id).sort(compareIds))
  })
})

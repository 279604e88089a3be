import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { everyDay, makeOutlet, replaceOutlets, startOutletApp } from '../../../../test/outlets.js'
import { CircleService } from '../../circle/index.js'
import { nearest } from './nearest.js'
import { OutletIndex } from './outlet-index.js'
import { type PlaceQuery, PlaceReader } from './place.js'
import { SqlSearch } from './sql-search.js'

let app: NestFastifyApplication
beforeAll(async () => {
  app = await startOutletApp()
})
afterAll(() => app.close())

let state = 7
const next = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}
const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
const maybe = <T>(share: number, value: () => T): T | undefined => (next() < share ? value() : undefined)

const formats = ['breakfast', 'pharmacy', 'repair', 'convenience-store']
const words = ['李记', '早餐', '药房', '𠮷野家', '🍜', '🍞', 'Ｋ', 'KFC', '100%', '_号', "O'Neil"]
const hours = [everyDay('06:30', '10:30'), everyDay('18:00', '02:00'), everyDay('00:00', '24:00'), null]

describe('index and SQL', () => {
  it('answer every random search with the same rows, distances and totals', async () => {
    const circles = app.get(CircleService).circles()
    const communities = circles.flatMap((circle) => circle.communities.map(({ code }) => code))
    const rows = Array.from({ length: 800 }, () =>
      makeOutlet({
        name: `${pick(words)}${pick(words)}店`,
        formatCode: pick(formats),
        communityCode: pick(communities),
        location: { lng: 105.68 + next() * 0.08, lat: 34.55 + next() * 0.06 },
        status: pick(['operating', 'operating', 'operating', 'suspended', 'unverified', 'closed', 'moved']),
        hours: pick(hours),
        services: ['printing', 'parcel-agent', 'minor-repair'].filter(() => next() < 0.2),
        priceItems:
          next() < 0.3 ? [{ name: pick(['豆浆', '𠮷士', '换拉链']), priceFen: 200, unit: '份' }] : [],
      }),
    )
    await replaceOutlets(app, rows)
    const place = app.get(PlaceReader)
    const index = app.get(OutletIndex).current
    if (!index) throw new Error('no index')
    let found = 0
    for (let round = 0; round < 250; round++) {
      const query: PlaceQuery = {
        lng: 105.68 + next() * 0.08,
        lat: 34.55 + next() * 0.06,
        radiusMeters: maybe(0.7, () => 1 + Math.floor(next() * 4000)),
        format: maybe(0.3, () => `${pick(formats)},${pick(formats)}`),
        service: maybe(0.15, () => 'printing'),
        keyword: maybe(0.5, () =>
          pick([...words, '早', '修鞋', '豆浆', '%', '药', '𠮷', 'kfc 店', '%%', '店']),
        ),
        openNow: maybe(0.3, () => true),
        circleId: maybe(0.3, () => pick(circles).id),
        communityCode: maybe(0.15, () => pick(['620502', '620503', pick(communities)])),
      }
      const search = {
        ...place.reachOf(query),
        filter: place.filterOf(query),
        limit: 1 + Math.floor(next() * 50),
        after: null,
        nowMs: Date.parse('2026-11-16T00:00:00+08:00') + Math.floor(next() * 7 * 86_400_000),
      }
      const fromIndex = nearest(index, search)
      const fromSql = await app.get(SqlSearch).nearest(search)
      const plain = ({ hits, ...rest }: typeof fromIndex) => ({
        ...rest,
        hits: hits.map(({ row, distanceCm }) => [row.id, distanceCm, row.json.toString()]),
      })
      expect({ query, ...plain(fromIndex) }).toEqual({ query, ...plain(fromSql) })
      found += fromIndex.total
    }
    expect(found).toBeGreaterThan(5000)
  })
})

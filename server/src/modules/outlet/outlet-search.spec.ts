import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { searchOutlets } from '@yikezhong/shared/outlet/outlet.contract'
import { call } from '../../../test/app.js'
import {
  clerksMerchant,
  everyDay,
  guangming,
  maiji,
  replaceOutlets,
  startOutletApp,
} from '../../../test/outlets.js'
import { Clock } from '../../platform/runtime/clock.js'
import { CircleService } from '../circle/index.js'
import { OutletService } from './index.js'

let app: NestFastifyApplication
let circleId: string
beforeAll(async () => {
  app = await startOutletApp()
  circleId = app.get(CircleService).circles()[0]?.id ?? ''
})
afterAll(() => app.close())
afterEach(() => jest.restoreAllMocks())

const here = { lng: String(guangming.lng), lat: String(guangming.lat) }
/** A point so many metres north of the community's centre. */
const north = (meters: number) => ({ lng: guangming.lng, lat: guangming.lat + meters / 111_195 })

const search = async (query: Record<string, string>) => {
  const answer = await call(app, searchOutlets, { query })
  return { ...answer, names: answer.body.items?.map(({ name }) => name) }
}

describe('GET /outlets', () => {
  it('lists by distance within 1,200 m of a point, with walking minutes, to anyone', async () => {
    await replaceOutlets(app, [
      { name: '远', location: north(1150) },
      { name: '近', location: north(300) },
      { name: '太远', location: north(1210) },
      { name: '在这里' },
    ])
    const { body, names } = await search(here)
    expect(names).toEqual(['在这里', '近', '远'])
    expect(body.items.map(({ distanceMeters }) => distanceMeters)).toEqual([0, 300, 1150])
    expect(body.items.map(({ walkMinutes }) => walkMinutes)).toEqual([1, 5, 20])
    expect(body).toMatchObject({
      total: 3,
      nextCursor: null,
      origin: { lng: guangming.lng, lat: guangming.lat },
    })
    expect((await search({ ...here, radiusMeters: '1' })).names).toEqual(['在这里'])
    expect((await search({ ...here, radiusMeters: '50000' })).body.total).toBe(4)
  })

  it('needs no position: a community or a circle is one, without a limit of distance', async () => {
    await replaceOutlets(app, [
      { name: '圈内', location: north(5000) },
      { name: '别处', communityCode: maiji, location: { lng: 105.9, lat: 34.56 } },
    ])
    expect((await search({ circleId })).names).toEqual(['圈内'])
    expect((await search({ communityCode: guangming.code })).names).toEqual(['圈内'])
    expect((await search({ circleId, communityCode: maiji.slice(0, 6) })).names).toEqual([])
    expect((await search({ ...here, communityCode: '6205' })).names).toEqual(['圈内', '别处'])
  })

  it('keeps closed and moved outlets out, and those shut just now in', async () => {
    jest.spyOn(app.get(Clock), 'now').mockReturnValue(new Date('2026-11-16T09:00:00+08:00'))
    await replaceOutlets(app, [
      { name: '开着', hours: everyDay('06:00', '10:00') },
      { name: '晚上开', hours: everyDay('18:00', '02:00') },
      { name: '不知道', hours: null },
      { name: '暂停', status: 'suspended' },
      { name: '待核', status: 'unverified' },
      { name: '歇业', status: 'closed' },
      { name: '搬走', status: 'moved' },
    ])
    const { body } = await search(here)
    expect(Object.fromEntries(body.items.map(({ name, openNow }) => [name, openNow]))).toEqual({
      开着: true,
      晚上开: false,
      不知道: null,
      暂停: false,
      待核: null,
    })
    expect((await search({ ...here, openNow: 'true' })).names).toEqual(['开着'])
    jest.spyOn(app.get(Clock), 'now').mockReturnValue(new Date('2026-11-17T01:59:00+08:00'))
    expect((await search({ ...here, openNow: '1' })).names).toEqual(['晚上开'])
  })

  it('filters by format, by several formats and by service', async () => {
    await replaceOutlets(app, [
      { name: '早餐' },
      { name: '药房', formatCode: 'pharmacy' },
      { name: '便利店', formatCode: 'convenience-store', services: ['printing'] },
    ])
    expect((await search({ ...here, format: 'pharmacy' })).names).toEqual(['药房'])
    expect((await search({ ...here, format: 'pharmacy,breakfast' })).body.total).toBe(2)
    expect((await search({ ...here, service: 'printing' })).names).toEqual(['便利店'])
  })

  it('finds a keyword in names, formats, services and price items, exactly', async () => {
    await replaceOutlets(app, [
      { name: '老张家 KFC', formatCode: 'dining' },
      { name: '王记修理', formatCode: 'repair', priceItems: [{ name: '换拉链', priceFen: 500, unit: '条' }] },
      { name: '惠民超市', formatCode: 'supermarket', services: ['printing'] },
      { name: '𠮷祥面馆', formatCode: 'dining' },
      { name: '🍜面馆', formatCode: 'dining' },
      { name: '100%纯牛奶', formatCode: 'convenience-store' },
    ])
    const find = async (keyword: string) => (await search({ ...here, keyword })).names
    expect(await find('kfc')).toEqual(['老张家 KFC'])
    expect(await find('拉链')).toEqual(['王记修理'])
    expect(await find('配钥匙')).toEqual(['王记修理'])
    expect(await find('复印')).toEqual(['惠民超市'])
    expect(await find('𠮷')).toEqual(['𠮷祥面馆'])
    expect(await find('𠮾')).toEqual([])
    expect(await find('🍜')).toEqual(['🍜面馆'])
    expect(await find('🍞')).toEqual([])
    expect(await find('面馆 𠮷')).toEqual(['𠮷祥面馆'])
    expect(await find('%')).toEqual(['100%纯牛奶'])
    expect(await find('_')).toEqual([])
    expect(await find('')).toHaveLength(6)
    expect(await find('   ')).toHaveLength(6)
  })

  it('pages without losing or repeating a row while others are added', async () => {
    await replaceOutlets(
      app,
      Array.from({ length: 30 }, (_, at) => ({ location: north(Math.floor(at / 3) * 10) })),
    )
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const query = { ...here, limit: '7', ...(cursor ? { cursor } : {}) }
      const { body } = await search(query)
      seen.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
      await addOutlet('新开', 0)
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(30)
  })

  const bad: [string, Record<string, string>, number, string][] = [
    ['no place at all', {}, 400, 'PLACE_REQUIRED'],
    ['a longitude alone', { lng: here.lng }, 400, 'VALIDATION_FAILED'],
    ['swapped coordinates', { lng: here.lat, lat: '89' }, 400, 'LOCATION_OUT_OF_RANGE'],
    ['swapped coordinates beyond the pole', { lng: here.lat, lat: here.lng }, 400, 'LOCATION_OUT_OF_RANGE'],
    ['another city', { lng: '116.4', lat: '39.9' }, 400, 'LOCATION_OUT_OF_RANGE'],
    ['a longitude of 181', { lng: '181', lat: '34' }, 400, 'VALIDATION_FAILED'],
    ['a longitude of NaN', { lng: 'NaN', lat: '34' }, 400, 'VALIDATION_FAILED'],
    ['an unknown circle', { circleId: '999' }, 400, 'CIRCLE_UNKNOWN'],
    ['a circle that is no id', { circleId: '0x1' }, 400, 'VALIDATION_FAILED'],
    ['an unknown community', { communityCode: '620502001999' }, 400, 'DIVISION_UNKNOWN'],
    ['an unknown format', { ...here, format: 'casino' }, 400, 'FORMAT_UNKNOWN'],
    ['an unknown service', { ...here, service: 'teleport' }, 400, 'SERVICE_UNKNOWN'],
    ['a radius of 0', { ...here, radiusMeters: '0' }, 400, 'VALIDATION_FAILED'],
    ['a radius of 10⁹', { ...here, radiusMeters: '1000000000' }, 400, 'VALIDATION_FAILED'],
    ['a keyword of 500 characters', { ...here, keyword: '早'.repeat(500) }, 400, 'VALIDATION_FAILED'],
    ['a limit of 101', { ...here, limit: '101' }, 400, 'VALIDATION_FAILED'],
    ['a forged cursor', { ...here, cursor: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 400, 'VALIDATION_FAILED'],
    ['a cursor that is none', { ...here, cursor: '𠮷' }, 400, 'VALIDATION_FAILED'],
    ['an openNow that is neither', { ...here, openNow: 'maybe' }, 400, 'VALIDATION_FAILED'],
  ]
  it.each(bad)('refuses %s', async (_, query, status, code) => {
    const answer = await call(app, searchOutlets, { query })
    expect([answer.status, answer.error.code]).toEqual([status, code])
    expect(answer.error.message).toMatch(/\p{Script=Han}/u)
  })

  it.each(['lng=105.7&lng=105.8&lat=34.58', 'keyword=a&keyword=b', 'format=a&format=b', 'cursor=a&cursor=b'])(
    'refuses the repeated key in %s',
    async (query) => {
      const answer = await app.inject(`/api/v1/outlets?lat=34.58&lng=105.72&${query}`)
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'VALIDATION_FAILED'])
    },
  )

  it("refuses one search's cursor in another", async () => {
    await replaceOutlets(app, [{}, {}, {}])
    const { body } = await search({ ...here, limit: '1' })
    const cursor = body.nextCursor ?? ''
    expect((await search({ ...here, limit: '1', cursor })).status).toBe(200)
    const other = { lng: '105.73', lat: '34.58', limit: '1', cursor }
    expect((await search(other)).error.code).toBe('VALIDATION_FAILED')
    expect((await search({ ...here, keyword: '李', cursor })).error.code).toBe('VALIDATION_FAILED')
  })
})

const addOutlet = (name: string, meters: number) =>
  app.get(OutletService).createOutlets([
    {
      name,
      merchantId: clerksMerchant,
      formatCode: 'breakfast',
      communityCode: guangming.code,
      location: north(meters),
      address: '光明巷',
      isDemo: true,
    },
  ])

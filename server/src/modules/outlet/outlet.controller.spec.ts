import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import {
  getOutlet,
  getOutletMap,
  listFormats,
  listMerchantOutlets,
} from '@yikezhong/shared/outlet/outlet.contract'
import { call } from '../../../test/app.js'
import {
  clerksMerchant,
  guangming,
  outletTokens,
  replaceOutlets,
  startOutletApp,
} from '../../../test/outlets.js'
import { Clock } from '../../platform/runtime/clock.js'

let app: NestFastifyApplication
let tokens: Awaited<ReturnType<typeof outletTokens>>
beforeAll(async () => {
  app = await startOutletApp()
  tokens = await outletTokens(app)
})
afterAll(() => app.close())
afterEach(() => jest.restoreAllMocks())

const here = { lng: String(guangming.lng), lat: String(guangming.lat) }

describe('GET /outlet-map', () => {
  const box = { west: '105.70', south: '34.56', east: '105.76', north: '34.62' }

  it('shows single outlets while they fit, inside the box only', async () => {
    await replaceOutlets(app, [{ name: '里面' }, { name: '外面', location: { lng: 105.8, lat: 34.58 } }])
    const { body } = await call(app, getOutletMap, { query: box })
    expect(body).toMatchObject({
      total: 1,
      markers: [{ name: '里面', openNow: true, isDemo: true }],
      clusters: [],
    })
  })

  it('gathers what does not fit into at most 200 things that count everything once', async () => {
    const rows = Array.from({ length: 1200 }, (_, at) => ({
      location: { lng: 105.7 + ((at * 37) % 600) / 10_000, lat: 34.56 + ((at * 91) % 600) / 10_000 },
      lastConfirmedOn: at % 4 === 0 ? '2026-11-10' : '2026-01-01',
    }))
    jest.spyOn(app.get(Clock), 'now').mockReturnValue(new Date('2026-11-16T09:00:00+08:00'))
    await replaceOutlets(app, rows)
    const { body } = await call(app, getOutletMap, { query: box })
    expect(body.markers.length + body.clusters.length).toBeLessThanOrEqual(200)
    const counted = body.clusters.reduce((sum, { count }) => sum + count, body.markers.length)
    expect([counted, body.total]).toEqual([1200, 1200])
    const confirmed = body.clusters.reduce(
      (sum, { count, confirmedShare }) => sum + count * confirmedShare,
      0,
    )
    expect(confirmed / 1200).toBeCloseTo(0.25, 1)
  })

  it.each([
    ['an empty box', { ...box, east: box.west }, 'VALIDATION_FAILED'],
    ['a box turned round', { ...box, south: box.north, north: box.south }, 'VALIDATION_FAILED'],
    ['a box elsewhere', { west: '116', south: '39', east: '117', north: '40' }, 'LOCATION_OUT_OF_RANGE'],
    ['an unknown circle', { ...box, circleId: '999' }, 'CIRCLE_UNKNOWN'],
  ])('refuses %s', async (_, query, code) => {
    const answer = await call(app, getOutletMap, { query })
    expect([answer.status, answer.error.code]).toEqual([400, code])
  })
})

describe('GET /outlets/:outletId', () => {
  it('tells everything, with 未核实 for what nobody checked', async () => {
    const [outletId = ''] = await replaceOutlets(app, [
      {
        services: ['printing'],
        access: [
          { code: 'ramp', state: 'yes' },
          { code: 'toilet-grab-bar', state: 'no' },
        ],
        priceItems: [{ name: '豆浆', priceFen: 200, unit: '碗' }],
        lastConfirmedOn: '2026-11-01',
        lastConfirmedBy: 'visit',
      },
    ])
    const { body } = await call(app, getOutlet, { params: { outletId }, query: here })
    expect(body).toMatchObject({
      name: '李记早餐',
      formatName: '早餐店',
      community: { code: guangming.code, name: '光明巷社区居委会' },
      circles: [{ shortName: '大城' }],
      services: [{ code: 'printing', name: '打印复印' }],
      accessible: ['ramp'],
      priceItems: [{ name: '豆浆', priceFen: 200, unit: '碗', note: null }],
      lastConfirmedOn: '2026-11-01',
      lastConfirmedBy: 'visit',
      distanceMeters: 0,
      walkMinutes: 1,
    })
    expect(body.accessibility.map(({ code, state }) => [code, state])).toEqual([
      ['ramp', 'yes'],
      ['wheelchair-aisle', 'unknown'],
      ['toilet-grab-bar', 'no'],
      ['braille-or-voice-menu', 'unknown'],
    ])
    expect((await call(app, getOutlet, { params: { outletId }, query: {} })).body.distanceMeters).toBeNull()
  })

  it('knows neither an unknown outlet nor a closed one', async () => {
    const [closed = ''] = await replaceOutlets(app, [{ status: 'closed' }])
    for (const outletId of [closed, '9223372036854775807', `${closed.slice(0, -1)}9`]) {
      const { status, error } = await call(app, getOutlet, { params: { outletId }, query: {} })
      expect([status, error.code]).toEqual([404, 'OUTLET_UNKNOWN'])
    }
  })
})

describe('GET /formats', () => {
  it('answers the taxonomy in force', async () => {
    const { body } = await call(app, listFormats, {})
    expect(body.formats.filter(({ tier }) => tier === 'basic')).toHaveLength(14)
    expect(body.formats.filter(({ tier }) => tier === 'quality')).toHaveLength(9)
    expect(body.entries[0]).toMatchObject({ name: '早餐', formats: ['breakfast'] })
  })
})

describe('GET /merchant/outlets', () => {
  it("lists the member's outlets and nobody else's", async () => {
    await replaceOutlets(app, [{ name: '我的店' }, { name: '别人的店', merchantId: '81' }])
    const { body } = await call(app, listMerchantOutlets, {}, tokens.clerk)
    expect(body.items).toMatchObject([
      { name: '我的店', merchantId: clerksMerchant, role: 'clerk', isDemo: true },
    ])
    expect((await call(app, listMerchantOutlets, {}, tokens.resident)).status).toBe(403)
  })
})

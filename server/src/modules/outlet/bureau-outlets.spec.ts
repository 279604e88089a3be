import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { getBureauOutletMap, listBureauOutlets } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { call } from '../../../test/app.js'
import { guangming, maiji, outletTokens, replaceOutlets, startOutletApp } from '../../../test/outlets.js'
import { Clock } from '../../platform/runtime/clock.js'
import { CircleService } from '../circle/index.js'

let app: NestFastifyApplication
let tokens: Awaited<ReturnType<typeof outletTokens>>
let usualTokens: typeof tokens
beforeAll(async () => {
  app = await startOutletApp()
  usualTokens = await outletTokens(app)
})
afterAll(() => app.close())
beforeEach(() => {
  tokens = usualTokens
})
afterEach(() => jest.restoreAllMocks())

const inMaiji = { communityCode: maiji, location: { lng: 105.89, lat: 34.57 } }
const list = async (query: Record<string, string> = {}) => {
  const answer = await call(app, listBureauOutlets, { query }, tokens.officer)
  return { ...answer, names: answer.body.items?.map(({ name }) => name) }
}

describe('GET /bureau/outlets', () => {
  it("holds the officer's district and nothing else, whatever is asked", async () => {
    await replaceOutlets(app, [{ name: '秦州的店' }, { name: '麦积的店', ...inMaiji }])
    expect((await list()).names).toEqual(['秦州的店'])
    expect((await list({ keyword: '店' })).body.total).toBe(1)
    expect((await list({ divisionCode: guangming.code })).names).toEqual(['秦州的店'])
    for (const divisionCode of ['620503', '6205', maiji])
      expect((await list({ divisionCode })).error.code).toBe('DIVISION_OUT_OF_SCOPE')
    const circles = app.get(CircleService).circles()
    const elsewhere = circles.find(({ communities }) =>
      communities.every(({ code }) => code.startsWith('620503')),
    )
    expect((await list({ circleId: elsewhere?.id ?? '' })).error.code).toBe('DIVISION_OUT_OF_SCOPE')
    expect((await list({ circleId: '999' })).error.code).toBe('CIRCLE_UNKNOWN')
  })

  it('is for staff only', async () => {
    expect((await call(app, listBureauOutlets, { query: {} }, tokens.clerk)).error.code).toBe('FORBIDDEN')
    expect((await call(app, listBureauOutlets, { query: {} })).error.code).toBe('UNAUTHENTICATED')
  })

  it('orders by community and name and pages through all of them once', async () => {
    const names = ['王记', '李记', '阿福', '张家', 'ABC', '李记', '𠮷祥', '陈记', '百货', '周记']
    const communities = ['620502001001', guangming.code]
    await replaceOutlets(
      app,
      names.flatMap((name) => communities.map((communityCode) => ({ name, communityCode }))),
    )
    const all = (await list({ limit: '100' })).body.items
    expect(all.slice(0, 10).map(({ name }) => name)).toEqual([
      'ABC',
      '阿福',
      '百货',
      '陈记',
      '李记',
      '李记',
      '王记',
      '张家',
      '周记',
      '𠮷祥',
    ])
    const paged: string[] = []
    let cursor: string | null | undefined
    do {
      const { body } = await list({ limit: '3', ...(cursor ? { cursor } : {}) })
      paged.push(...body.items.map(({ id }) => id))
      expect(body.total).toBe(20)
      cursor = body.nextCursor
      expect((cursor ?? '').length).toBeLessThanOrEqual(200)
    } while (cursor)
    expect(paged).toEqual(all.map(({ id }) => id))
  })

  it("refuses a forged cursor and another list's", async () => {
    await replaceOutlets(app, [{}, {}])
    const { body } = await list({ limit: '1' })
    const cursor = body.nextCursor ?? ''
    expect((await list({ limit: '1', cursor })).status).toBe(200)
    for (const forged of [`${cursor}A`, 'AAAA', cursor.replace(/^./, 'z')])
      expect((await list({ cursor: forged })).error.code).toBe('VALIDATION_FAILED')
    expect((await list({ cursor, status: 'operating' })).error.code).toBe('VALIDATION_FAILED')
  })

  it('filters by status, freshness, format and keyword, closed outlets included', async () => {
    jest.spyOn(app.get(Clock), 'now').mockReturnValue(new Date('2026-11-22T01:00:00+08:00'))
    // Logged in by the same clock, or the session would look idle.
    tokens = await outletTokens(app)
    await replaceOutlets(app, [
      { name: '新', lastConfirmedOn: '2026-10-23' },
      { name: '旧', lastConfirmedOn: '2026-10-22' },
      { name: '很旧', lastConfirmedOn: '2026-08-23', formatCode: 'pharmacy', address: '𠮷祥巷' },
      { name: '没有', status: 'closed' },
    ])
    expect((await list({ freshness: 'fresh' })).names).toEqual(['新'])
    expect((await list({ freshness: 'ageing' })).names).toEqual(['旧'])
    expect((await list({ freshness: 'stale' })).body.items).toMatchObject([
      { name: '很旧', freshness: 'stale' },
    ])
    expect((await list({ freshness: 'never' })).names).toEqual(['没有'])
    expect((await list({ status: 'closed' })).names).toEqual(['没有'])
    expect((await list({ format: 'pharmacy' })).names).toEqual(['很旧'])
    expect((await list({ format: 'casino' })).error.code).toBe('FORMAT_UNKNOWN')
    expect((await list({ keyword: '𠮷' })).names).toEqual(['很旧'])
    expect((await list({ keyword: '🍜' })).names).toEqual([])
  })
})

describe('GET /bureau/outlet-map', () => {
  const box = { west: '105.6', south: '34.5', east: '106', north: '34.7' }
  const map = (query: Record<string, string> = {}) =>
    call(app, getBureauOutletMap, { query: { ...box, ...query } }, tokens.officer)

  it("shows the officer's district only", async () => {
    await replaceOutlets(app, [{ name: '秦州的店' }, { name: '麦积的店', ...inMaiji }])
    const { body } = await map()
    expect([body.total, body.markers.map(({ name }) => name)]).toEqual([1, ['秦州的店']])
    expect((await map({ communityCode: '620503' })).error.code).toBe('DIVISION_OUT_OF_SCOPE')
  })
})

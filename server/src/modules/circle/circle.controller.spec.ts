import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { listCircles, listDivisions } from '@yikezhong/shared/circle/circle.contract'
import { call, startTestApp } from '../../../test/app.js'
import { platformOnly } from '../../../test/platform-only.js'
import { CircleModule } from './circle.module.js'
import { CityPack } from './city-pack.js'
import { LoadCityPack } from './load-city-pack.js'

let app: NestFastifyApplication
beforeAll(async () => {
  app = await startTestApp({ root: platformOnly({ imports: [CircleModule] }) })
  await app.get(LoadCityPack).execute(app.get(CityPack))
})
afterAll(() => app.close())

describe('GET /circles', () => {
  it("lists the six circles in the plan's order with their 25 communities, the centre first", async () => {
    const { status, body } = await call(app, listCircles, {})
    expect(status).toBe(200)
    expect(body.city).toEqual({ name: '天水市', code: '6205' })
    expect(body.items.map(({ no, shortName }) => [no, shortName])).toEqual([
      [1, '大城'],
      [2, '西关'],
      [3, '天水郡'],
      [4, '桥南 1'],
      [5, '桥南 2'],
      [6, '北道埠'],
    ])
    expect(body.items.map(({ communities }) => communities.length)).toEqual([7, 4, 3, 3, 3, 5])
    for (const { communities } of body.items)
      expect(communities.map(({ isCentre }) => isCentre)).toEqual(communities.map((_, place) => place === 0))
    expect(body.items[0]?.communities[0]?.shortName).toBe('光明巷社区')
  })
})

describe('GET /divisions', () => {
  it('starts at the city and goes down one level at a time', async () => {
    const city = await call(app, listDivisions, {})
    expect(city.body.items.map(({ name, parentCode }) => [name, parentCode])).toEqual([['天水市', null]])
    const districts = await call(app, listDivisions, { query: { parent: '6205' } })
    expect(districts.body.items.map(({ name }) => name)).toEqual(['秦州区', '麦积区'])
    const street = await call(app, listDivisions, { query: { parent: '620502001' } })
    expect(street.body.items.map(({ shortName }) => shortName)).toContain('光明巷社区')
    const community = await call(app, listDivisions, { query: { parent: '620502001002' } })
    expect(community.body.items).toEqual([])
  })

  it.each(['620599', '62', '999999999999'])('refuses the unknown parent %s', async (parent) => {
    const { status, error } = await call(app, listDivisions, { query: { parent } })
    expect([status, error.code]).toEqual([400, 'DIVISION_UNKNOWN'])
  })

  it.each(['大城街道', "1' OR '1'='1", '𠮷'])('refuses %s, which is no code', async (parent) => {
    const { status, error } = await call(app, listDivisions, { query: { parent } })
    expect([status, error.code]).toEqual([400, 'VALIDATION_FAILED'])
  })
})

import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { listCircles, listDivisions } from '@yikezhong/shared/circle/circle.contract'
import { DataSource } from 'typeorm'
import { call, emptyDatabase, startTestApp } from '../../../test/app.js'
import { platformOnly } from '../../../test/platform-only.js'
import { Audit } from '../../platform/audit/audit.js'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { CircleModule } from './circle.module.js'
import { CircleService } from './circle.service.js'
import { CityPack, type CityPackContent } from './city-pack.js'
import { LoadCityPack } from './load-city-pack.js'

let app: NestFastifyApplication
let pack: CityPack
let circles: CircleService

beforeAll(async () => {
  app = await startTestApp({ root: platformOnly({ imports: [CircleModule] }) })
  pack = app.get(CityPack)
  circles = app.get(CircleService)
})
afterAll(() => app.close())
beforeEach(() => emptyDatabase(app))

const load = (content: CityPack = pack) => app.get(LoadCityPack).execute(content)
const altered = (change: Partial<CityPackContent>) => new CityPack({ ...pack.content, ...change })
const rename = (code: string, name: string) =>
  altered({
    divisions: pack.content.divisions.map((row) => (row.code === code ? { ...row, name } : row)),
  })
const sums = (report: Awaited<ReturnType<typeof load>>) =>
  Object.fromEntries(
    report.tables.map(({ table, added, updated, ended }) => [table, [added, updated, ended]]),
  )
const query = <T>(sql: string): Promise<T[]> => app.get(DataSource).query(sql)

describe('loading a city pack', () => {
  it('reports every row the first time and nothing the second', async () => {
    const first = await load()
    expect(sums(first)).toEqual({
      division: [939, 0, 0],
      division_alias: [8, 0, 0],
      circle: [6, 0, 0],
      circle_community: [25, 0, 0],
    })
    expect(first.newFiles).toContain('divisions.csv')
    const before = await query('SELECT * FROM circle ORDER BY id')

    const second = await load()
    expect(second).toMatchObject({ changed: false, newFiles: [] })
    expect(Object.values(sums(second)).flat()).toEqual(Array(12).fill(0))
    expect(await query('SELECT * FROM circle ORDER BY id')).toEqual(before)
  })

  it('reports one renamed division as one updated, and shows the name at once', async () => {
    await load()
    const report = await load(rename('620502001', '大城新街道'))
    expect(sums(report)).toMatchObject({ division: [0, 1, 0], circle: [0, 0, 0] })
    const { body } = await call(app, listDivisions, { query: { parent: '620502' } })
    expect(body.items[0]?.name).toBe('大城新街道')
  })

  it('ends a division the pack lost instead of deleting it', async () => {
    await load()
    const gone = '620502115'
    const report = await load(
      altered({ divisions: pack.content.divisions.filter(({ code }) => code !== gone) }),
    )
    expect(sums(report).division).toEqual([0, 0, 1])
    expect(circles.divisionName(gone)).toBe('华歧镇')
    expect(() => circles.assertDivision(gone)).toThrow('没有这个社区或街道')
    const { body } = await call(app, listDivisions, { query: { parent: '620502' } })
    expect(body.items.map(({ code }) => code)).not.toContain(gone)
  })

  it('keeps the ids of circles, whatever changes about them, and brings an ended one back under its own', async () => {
    await load()
    const id = circles.circles()[0]?.id ?? ''
    await load(
      altered({ circles: pack.content.circles.map((row) => ({ ...row, no: 7 - row.no, name: '新名' })) }),
    )
    expect(circles.assertCircle(id)).toMatchObject({ no: 6, name: '新名', code: 'dacheng' })

    const ended = await load(altered({ circles: pack.content.circles.slice(1) }))
    expect(sums(ended)).toMatchObject({ circle: [0, 5, 1], circle_community: [0, 0, 7] })
    expect(() => circles.assertCircle(id)).toThrow('没有这个生活圈')
    expect((await call(app, listCircles, {})).body.items).toHaveLength(5)

    expect(sums(await load())).toMatchObject({ circle: [0, 1, 0], circle_community: [7, 0, 0] })
    expect(circles.assertCircle(id).shortName).toBe('大城')
  })

  it('lets two loaders take turns', async () => {
    const reports = await Promise.all([load(), load()])
    expect(reports.filter(({ changed }) => changed)).toHaveLength(1)
    expect(circles.circles()).toHaveLength(6)
  })

  it('writes nothing when one row fails, and refuses the pack of another city', async () => {
    const tooLong = rename('620503', '区'.repeat(61))
    await expect(load(tooLong)).rejects.toThrow()
    expect(await query('SELECT code FROM division LIMIT 1')).toEqual([])
    await load()
    const other = altered({ manifest: { ...pack.content.manifest, code: '6299' } })
    await expect(load(other)).rejects.toThrow('this database serves 6205')
  })

  it('leaves one audit entry per load that brought something', async () => {
    await load()
    await load()
    await load(rename('620503001', '道北新街道'))
    const entries = await query<{ action: string; detail: string }>('SELECT action, detail FROM audit_entry')
    expect(entries.map(({ action }) => action)).toEqual(['city-pack.load', 'city-pack.load'])
    expect(entries[1]?.detail).toContain('"updated":1')
    expect(await app.get(Audit).verify()).toEqual({ intact: true, entries: 2 })
    expect(await query('SELECT file FROM city_pack_version')).toHaveLength(pack.content.digests.length)
  })

  it('reaches another process by its revision', async () => {
    await load()
    const elsewhere = new CircleService(app.get(DataSource), app.get(Tx), app.get(Clock))
    await elsewhere.refresh()
    await load(rename('620502', '秦州新区'))
    expect(elsewhere.divisionName('620502')).toBe('秦州区')
    await elsewhere.refreshIfChanged()
    expect(elsewhere.divisionName('620502')).toBe('秦州新区')
  })
})

describe('circles and their communities', () => {
  beforeEach(() => load())

  it('resolves all 25 communities, each with a centre inside the city', () => {
    const codes = circles.circles().flatMap(({ id }) => circles.communityCodesOf(id))
    expect(new Set(codes).size).toBe(25)
    for (const code of codes) {
      expect(circles.assertDivision(code).level).toBe('community')
      const centre = circles.communityCentre(code)
      expect(centre && pack.contains(centre)).toBe(true)
    }
  })

  it('spans subdistricts: circle 1 four, circle 2 three, circles 3 and 6 two', () => {
    const streets = circles
      .circles()
      .map(({ communities }) => new Set(communities.map(({ code }) => code.slice(0, 9))).size)
    expect(streets).toEqual([4, 3, 2, 1, 1, 2])
  })

  it('counts a circle into the scope of every division it reaches', () => {
    const inScope = (code: string) => circles.circlesInScope(code).map(({ no }) => no)
    expect(inScope('6205')).toEqual([1, 2, 3, 4, 5, 6])
    expect(inScope('620502')).toEqual([1, 2, 3])
    expect(inScope('620502004')).toEqual([1, 2])
    expect(inScope('620502007009')).toEqual([3])
    expect(inScope('620502115')).toEqual([])
    expect(circles.circlesOfCommunity('620502004002').map(({ no }) => no)).toEqual([2])
  })

  it('knows a division by code or recorded alias, and never by a name', () => {
    expect(circles.divisionByCodeOrAlias('光明社区')?.shortName).toBe('光明巷社区')
    expect(circles.divisionByCodeOrAlias('罗一社区')?.shortName).toBe('罗玉一社区')
    expect(circles.divisionByCodeOrAlias('耤口镇')?.name).toBe('藉口镇')
    expect(circles.divisionByCodeOrAlias('620502001')?.name).toBe('大城街道')
    for (const name of ['向阳社区', '罗玉社区', '光明', '大城街道', ''])
      expect(circles.divisionByCodeOrAlias(name)).toBeUndefined()
  })
})

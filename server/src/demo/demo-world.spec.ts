import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { listCouponTemplates, listMyCoupons } from '@yikezhong/shared/coupon/coupon.contract'
import { getMe, loginStaff, loginWithWechat } from '@yikezhong/shared/identity/identity.contract'
import { listBureauOutlets } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { listMerchantOutlets, searchOutlets } from '@yikezhong/shared/outlet/outlet.contract'
import { getSatisfaction, listSurveyWaves } from '@yikezhong/shared/survey/survey.contract'
import { DataSource } from 'typeorm'
import { call, startTestApp, testConfig } from '../../test/app.js'
import { CircleService, CityPack, LoadCityPack } from '../modules/circle/index.js'
import { type DemoFiles, readDemoFiles } from './demo-files.js'
import { DemoWorld, type WorldCount } from './demo-world.js'

const files = readDemoFiles('tianshui') as DemoFiles
let app: NestFastifyApplication
let count: WorldCount
let seconds: number
let firstRows: unknown[]

beforeAll(async () => {
  app = await startTestApp()
  await app.get(LoadCityPack).execute(app.get(CityPack))
  const start = Date.now()
  count = await new DemoWorld(app).load(files)
  seconds = (Date.now() - start) / 1000
  firstRows = await outletRows()
}, 60_000)
afterAll(() => app.close())

const outletRows = (): Promise<unknown[]> =>
  app
    .get(DataSource)
    .query('SELECT name, format_code, lng, lat, address, phone, hours FROM outlet ORDER BY name')
const loginOf = (name: string) => files.logins.find((login) => login.name.includes(name))
async function residentToken(name: string): Promise<string> {
  const { body } = await call(app, loginWithWechat, { body: { code: loginOf(name)?.wechatCode ?? '' } })
  return body.token
}
async function staffToken(name: string): Promise<string> {
  const { username = '', password = '' } = loginOf(name) ?? {}
  const { body } = await call(app, loginStaff, { body: { username, password } })
  return body.token
}

describe('the demo world', () => {
  it('is loaded within ten seconds', () => {
    expect(seconds).toBeLessThan(10)
    expect(count.outlets).toBeGreaterThan(580)
  })

  it('lets everyone of logins.json in, with the role it says', async () => {
    for (const { role, wechatCode, username, password, division } of files.logins) {
      if (wechatCode) {
        const { body } = await call(app, loginWithWechat, { body: { code: wechatCode } })
        expect([body.resident.memberships[0]?.role ?? 'resident', body.resident.isDemo]).toEqual([role, true])
      } else {
        const credentials = { username: username ?? '', password: password ?? '' }
        const { body } = await call(app, loginStaff, { body: credentials })
        expect([body.staff.role, body.staff.divisionCode, body.staff.isDemo]).toEqual([role, division, true])
      }
    }
  })

  it('has outlets of every format in every circle’s neighbourhood, all marked as demo', async () => {
    const rows: { format_code: string; n: unknown; chains: unknown; demo: unknown }[] = await app
      .get(DataSource)
      .query(
        'SELECT format_code, COUNT(*) AS n, SUM(is_chain) AS chains, SUM(is_demo) AS demo FROM outlet GROUP BY 1',
      )
    expect(rows).toHaveLength(23)
    const sum = (of: (row: (typeof rows)[number]) => unknown) =>
      rows.reduce((total, row) => total + Number(of(row)), 0)
    expect(sum((row) => row.demo)).toBe(count.outlets)
    const chainShare = sum((row) => row.chains) / count.outlets
    expect(chainShare).toBeGreaterThan(0.14)
    expect(chainShare).toBeLessThan(0.26)
    for (const circle of app.get(CircleService).circles()) {
      const { body } = await call(app, searchOutlets, { query: { circleId: circle.id } })
      expect(body.total).toBeGreaterThan(50)
    }
  })

  it('shows the outlets of the screens first around the centre of 大城', async () => {
    const [circle] = app.get(CircleService).circles()
    const { body } = await call(app, searchOutlets, { query: { circleId: circle?.id, limit: '12' } })
    const names = body.items.map(({ name }) => name)
    for (const name of ['光明巷呱呱早餐', '进步巷便民菜市场', '大众路便利店', '藉河浆水面馆']) {
      expect(names).toContain(name)
    }
    const noodles = body.items.find(({ name }) => name === '藉河浆水面馆')
    expect(noodles).toMatchObject({ offer: '减 8 元', priceNote: '浆水面 9 元', isDemo: true })
  })

  it('has coupons in every state a resident can meet', async () => {
    const { body } = await call(app, listCouponTemplates, {}, await residentToken('王芳'))
    const byTitle = new Map(body.items.map((template) => [template.title, template]))
    expect(byTitle.get('浆水面馆午餐券')).toMatchObject({ remainingCount: 126, refusal: null })
    expect(byTitle.get('社区食堂助餐券')).toMatchObject({ remainingCount: 58, outletCount: 4, refusal: null })
    expect(byTitle.get('周末买菜券')).toMatchObject({ outletCount: 3, refusal: null })
    expect(byTitle.get('浆水鱼鱼尝鲜券')).toMatchObject({ remainingCount: 1, refusal: null })
    expect(byTitle.get('老街理发券')).toMatchObject({ remainingCount: 0, refusal: 'COUPON_SOLD_OUT' })
    expect(byTitle.get('家政保洁券')).toMatchObject({ refusal: 'COUPON_CLAIM_NOT_STARTED' })
    expect(byTitle.get('临期面包牛奶券')).toMatchObject({ isNearExpiry: true, refusal: null })
    expect(body.items.every(({ isDemo }) => isDemo)).toBe(true)
  })

  it('has residents with nothing claimed and nothing answered, for scripts to act as', async () => {
    for (const name of ['王芳', '陈晓', '刘洋', '马建国', '赵奶奶']) {
      const token = await residentToken(name)
      expect((await call(app, listMyCoupons, {}, token)).body.items).toEqual([])
      const { body } = await call(app, listSurveyWaves, {}, token)
      expect(body.items.map(({ answeredByMe, isOpen }) => [answeredByMe, isOpen])).toEqual([
        [false, true],
        [false, false],
      ])
      expect(body.items[0]?.questions).toHaveLength(8)
    }
    const { body } = await call(app, listMyCoupons, {}, await residentToken('张阿姨'))
    expect(body.items.map(({ title }) => title).sort()).toEqual(['周末买菜券', '社区食堂助餐券'])
  })

  it('has members of two merchants', async () => {
    const outletsOf = async (name: string) =>
      (await call(app, listMerchantOutlets, {}, await residentToken(name))).body.items
    expect(await outletsOf('小周')).toMatchObject([{ name: '藉河浆水面馆', role: 'clerk' }])
    expect(await outletsOf('何经理')).toMatchObject([{ name: '进步巷便民菜市场', role: 'owner' }])
    const { body } = await call(app, getMe, {}, await residentToken('小吴'))
    expect(body.phoneTail).toMatch(/^\d{4}$/)
  })

  it('shows the bureau one circle at 49 answers, one at 63, one at 0', async () => {
    const { body } = await call(app, getSatisfaction, { query: {} }, await staffToken('市商务局'))
    const byName = new Map(body.items.map((item) => [item.shortName, item]))
    expect(byName.get('大城')).toMatchObject({ n: 49, published: false, missing: 1, satisfied: null })
    expect(byName.get('天水郡')).toMatchObject({ n: 63, satisfied: 58, published: true })
    expect(byName.get('桥南 1')).toMatchObject({ n: 0, published: false })
    expect(byName.get('西关')).toMatchObject({ n: 128, satisfied: 124, verdict: 'reached' })
    expect(byName.get('桥南 2')).toMatchObject({ n: 96, satisfied: 77, verdict: 'below' })
    expect(byName.get('北道埠')).toMatchObject({ n: 142, satisfied: 133, verdict: 'undecided' })
    expect(body.wave.isDemo).toBe(true)
  })

  it('gives each officer only the own division', async () => {
    for (const [name, prefix] of [
      ['秦州区商务局', '620502'],
      ['麦积区商务局', '620503'],
      ['光明巷社区', '620502001002'],
    ] as const) {
      const { body } = await call(app, listBureauOutlets, { query: {} }, await staffToken(name))
      expect(body.total).toBeGreaterThan(10)
      expect(body.items.every(({ communityCode }) => communityCode.startsWith(prefix))).toBe(true)
    }
  })

  it('cannot be switched on in production', () => {
    const production = { NODE_ENV: 'production', WECHAT_MODE: 'real', DEMO_WORLD: 'true' }
    expect(() => testConfig(production)).toThrow('DEMO_WORLD=true is not allowed in production')
  })

  it('is not there for a city without one', () => {
    expect(readDemoFiles('nowhere')).toBeNull()
  })

  // from here on the order counts: the world is taken away and brought back
  it('goes whole, and leaves what is not demo', async () => {
    const { body } = await call(app, loginWithWechat, { body: { code: 'test-real-person' } })
    const world = new DemoWorld(app)
    await expect(world.exists()).resolves.toBe(true)
    await expect(world.remove()).resolves.toEqual(count)
    await expect(world.exists()).resolves.toBe(false)
    const dataSource = app.get(DataSource)
    const left: Record<string, number> = {}
    for (const table of [
      'outlet',
      'merchant',
      'coupon_template',
      'coupon',
      'redemption',
      'survey_wave',
    ].concat([
      'survey_response',
      'survey_tally',
      'staff_account',
      'merchant_member',
      'price_item',
      'outlet_service',
    ])) {
      const [row] = await dataSource.query(`SELECT COUNT(*) AS n FROM ${table}`)
      left[table] = Number(row.n)
    }
    expect(Object.values(left).every((n) => n === 0)).toBe(true)
    expect((await call(app, getMe, {}, body.token)).status).toBe(200)
  })

  it('comes back as the same world', async () => {
    await new DemoWorld(app).load(files)
    expect(await outletRows()).toEqual(firstRows)
  })
})

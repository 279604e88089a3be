import type { MiniApp } from './runner/mini-app'
import { depthOf } from './runner/tree'
import { answerTo, phoneOf } from './world'

const apps: MiniApp[] = []
const start = async (name: string, url?: string) => {
  const app = phoneOf(name)
  apps.push(app)
  return app.start(url)
}

const coupon = '浆水面馆午餐券'
const label = (text: string) => (node: { attributes: Record<string, unknown> }) =>
  String(node.attributes['aria-label'] ?? '').startsWith(text)
const containing = (text: string) => (node: { text: string }) => node.text.includes(text)

afterEach(() => {
  for (const app of apps.splice(0)) {
    app.stop()
    expect(app.problems()).toEqual([])
    expect(app.stack.stats.largestBytes).toBeLessThanOrEqual(256 * 1024)
  }
})

it('opens on what is near, without login and without a position', async () => {
  const app = await start('马建国')
  await app.waitFor(containing('步行'))
  await app.waitFor(label(`领取 ${coupon}`))
  expect(app.text()).toContain('大城生活圈')
  expect(app.http.exchanges.map(({ status }) => status).filter((status) => status >= 400)).toEqual([])
  expect(app.http.exchanges.some(({ path }) => path.includes('/sessions'))).toBe(false)
  expect(app.nodes().length).toBeLessThan(1000)
  expect(depthOf(app.tree())).toBeLessThan(30)
})

it('finds a pharmacy by name', async () => {
  const app = await start('马建国')
  await app.tap('搜索附近的店和服务')
  const field = (node: { tag: string }) => node.tag === 'input'
  await app.type(field, '药店')
  await app.waitFor(containing('药店'))
  const { items, total } = answerTo<{ items: { name: string }[]; total: number }>(app, '/api/v1/outlets')
  expect(total).toBeGreaterThan(0)
  await app.waitFor(containing(items[0]?.name ?? 'no result'))
})

it('claims, shows and redeems a coupon, and tells the resident', async () => {
  const resident = await start('马建国')
  await resident.tap(label(`领取 ${coupon}`))
  await resident.tap('微信登录')
  await resident.waitFor(containing('领到了'))
  await resident.open('pages/coupons/index')
  await resident.tap(label('我的券'))
  await resident.tap(label(`去使用 ${coupon}`))
  const digits = await resident.waitFor((node) => /^\d{4} \d{4}$/.test(node.text))

  const clerk = await start('小周', 'packages/merchant/pages/workbench/index')
  await clerk.tap('登录')
  await clerk.tap('微信登录')
  await clerk.tap('输 8 位数')
  await clerk.type((node) => node.tag === 'input', digits.text)
  await clerk.tap('核销')
  await clerk.waitFor('核销成功')
  expect(clerk.text()).toContain('这单请少收')
  expect(clerk.text()).toContain('8.00')
  await resident.waitFor('已经用了')

  await clerk.tap('输 8 位数')
  await clerk.type((node) => node.tag === 'input', digits.text)
  await clerk.tap('核销')
  await clerk.waitFor((node) => node.attributes['aria-role'] === 'alert')
  expect(clerk.text()).not.toContain('核销成功')
})

it('answers the survey and keeps the answers when the network goes', async () => {
  const app = await start('陈晓', 'packages/survey/pages/survey/index')
  await app.tap(label('西关生活圈'))
  for (let left = 20; !app.find('提交'); left--) {
    expect(left).toBeGreaterThan(0)
    await app.tap(label(left % 2 ? '满意' : '很满意'))
    await app.tap('下一题')
  }
  await app.type((node) => node.tag === 'textarea', '修鞋摊')
  await app.tap('提交')
  app.http.online = false
  await app.tap('微信登录')
  app.http.online = true
  await app.tap('微信登录')
  await app.waitFor('收到了，谢谢您', 10_000)
  const [answer] = app.http.exchanges.filter(({ path }) => path.endsWith('/responses'))
  expect(answer?.status).toBeLessThan(300)
})

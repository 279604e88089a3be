import type { MiniApp } from './runner/mini-app'
import { isControl, nameOf } from './runner/tree'
import { answerTo, phoneOf } from './world'

let app: MiniApp
let ids: { outlet: string; coupon: string }

const first = (path: string): string => {
  const [item] = answerTo<{ items: { id: string }[] }>(app, path).items
  if (!item) throw new Error(`${path} answered no rows`)
  return item.id
}

beforeAll(async () => {
  app = await phoneOf('张阿姨').start('pages/coupons/index')
  await app.tap((node) => String(node.attributes['aria-label']).startsWith('我的券'))
  await app.tap('登录')
  await app.tap('微信登录')
  await app.open('pages/home/index')
  ids = { outlet: first('/api/v1/outlets'), coupon: first('/api/v1/me/coupons') }
})

afterAll(() => app.stop())

/** What a page needs to show its content. */
const queryOf = (route: string) => {
  if (route.includes('/outlet/index')) return `?id=${ids.outlet}`
  if (route.includes('coupon-code')) return `?couponId=${ids.coupon}`
  return ''
}

const unnamed = () =>
  app
    .nodes()
    .filter((node) => isControl(node) && !nameOf(node))
    .map((node) => `<${node.tag} class="${String(node.attributes.class ?? '')}">`)

const fields = () => app.nodes().filter((node) => /^(input|textarea)$/.test(node.tag))

it('gives every control of every page a name', async () => {
  const pages: Record<string, string[]> = {}
  for (const route of app.routes) {
    await app.open(route + queryOf(route))
    await app.settle()
    expect([route, app.nodes().filter(isControl).length]).not.toEqual([route, 0])
    pages[route] = unnamed()
    for (const field of fields()) expect(field.attributes['aria-label']).toBeTruthy()
  }
  expect(pages).toEqual(Object.fromEntries(app.routes.map((route) => [route, []])))
})

it('uses only elements the templates of the build know', async () => {
  for (const route of app.routes) {
    await app.open(route + queryOf(route))
    const unknown = app.nodes().filter(({ tag }) => tag.startsWith('unmapped:'))
    expect([route, unknown.map(({ tag }) => tag)]).toEqual([route, []])
  }
})

it('runs without complaint', () => {
  expect(app.problems()).toEqual([])
  expect(app.stack.stats.largestBytes).toBeLessThanOrEqual(256 * 1024)
})

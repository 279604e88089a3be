import type { Page } from 'playwright-core'
import { seriousFaults } from './accessibility'
import { type Device, desktop, openDevice } from './browser'
import { logInAtConsole, logInOnPhone } from './people'

/** The main job on the built product, as people do it. The steps build on each other, in this order. */
jest.setTimeout(90_000)

const lunch = '浆水面馆午餐券'
const lastOne = '浆水鱼鱼尝鲜券'
const devices: Device[] = []

async function device(...size: Parameters<typeof openDevice>): Promise<Device> {
  const opened = await openDevice(...size)
  devices.push(opened)
  return opened
}

/** Residents open the app at a page, then the app's own buttons take them on. */
const open = (page: Page, path = 'pages/home/index') => page.goto(`/#/${path}`)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Pages one has come from stay in the document, hidden. */
const words = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first()

let zhang: Device
let clerk: Device
let digits = ''

beforeAll(async () => {
  zhang = await device()
  clerk = await device()
})
afterAll(async () => {
  await Promise.all(devices.map(({ close }) => close()))
})

const typeDigits = async (page: Page) => {
  await button(page, '输 8 位数').click()
  const sheet = page.getByRole('dialog')
  await sheet.locator('input').fill(digits)
  await sheet.getByRole('button', { name: '核销', exact: true }).click()
}

it('opens without a login and shows what is near, and what can be claimed', async () => {
  const { page } = zhang
  await open(page)
  await page.getByText('附近，现在开着').waitFor()
  await button(page, /^领取 /)
    .first()
    .waitFor()
  await button(page, '去填写满意度调查').waitFor()
  expect(await page.getByText('登录后继续').count()).toBe(0)
  expect(await seriousFaults(page)).toEqual([])
})

it('finds a shop by what it sells and shows hours, prices, access and the last confirmed date', async () => {
  const { page } = zhang
  await button(page, '搜索附近的店和服务').click()
  await page.locator('input').first().fill('浆水面')
  await button(page, /藉河浆水面馆/)
    .first()
    .click()
  await page.getByText('价格公示').waitFor()
  for (const text of ['无障碍', '这家还能办', /确认仍在营业|天前确认/]) await words(page, text).waitFor()
  expect(await seriousFaults(page)).toEqual([])
})

it('asks who it is only when a coupon is claimed, and hands it over', async () => {
  const { page } = zhang
  await button(page, `领取 ${lunch}`).click()
  await logInOnPhone(page, 'demo-zhang')
  await button(page, `去使用 ${lunch}`).waitFor()
})

it('lets two residents race for the last coupon: one gets it, the other reads why not', async () => {
  const [li, wang] = await Promise.all([device(), device()])
  await Promise.all(
    [li, wang].map(async ({ page }, nth) => {
      await open(page, 'pages/mine/index')
      await button(page, '登录').first().click()
      await logInOnPhone(page, nth === 0 ? 'demo-li' : 'demo-wang')
      await open(page, 'pages/coupons/index')
      await button(page, `领取 ${lastOne}`).waitFor()
    }),
  )
  await Promise.all([li, wang].map(({ page }) => button(page, `领取 ${lastOne}`).click()))
  const outcomes = await Promise.all(
    [li, wang].map(async ({ page }) => {
      const won = button(page, `去使用 ${lastOne}`)
      const lost = button(page, `已领完 ${lastOne}`)
      await won.or(lost).waitFor()
      return (await won.count()) > 0 ? 'won' : 'lost'
    }),
  )
  expect(outcomes.sort()).toEqual(['lost', 'won'])
})

it('shows a code that the clerk types, and the shop learns what to take off', async () => {
  await button(zhang.page, `去使用 ${lunch}`).click()
  const shown = zhang.page.getByRole('img', { name: /^8 位数/ })
  await shown.waitFor()
  expect(await seriousFaults(zhang.page)).toEqual([])
  digits = ((await shown.getAttribute('aria-label')) ?? '').replace('8 位数', '').replace(/\D/g, '')

  const { page } = clerk
  await open(page, 'pages/mine/index')
  await button(page, '登录').first().click()
  await logInOnPhone(page, 'demo-clerk-zhou')
  await button(page, /工作台/).click()
  await button(page, '扫码核销').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await typeDigits(page)
  await page.getByText('核销成功').waitFor()
  await words(page, '8.00').waitFor()
})

it('refuses the same code the second time, and tells the resident where it was used', async () => {
  await typeDigits(clerk.page)
  await words(clerk.page, '这张券已经用过了').waitFor()
  await words(zhang.page, /用了/).waitFor()
  await words(zhang.page, '藉河浆水面馆').waitFor()
})

it('publishes the circle with the fiftieth answer, and not before', async () => {
  const city = await device(desktop)
  await logInAtConsole(city.page, 'city', '6205')
  const row = city.page.getByRole('row', { name: /大城/ })
  await row.getByText('份数不够').waitFor()
  expect(await row.innerText()).toContain('49')
  expect(await row.innerText()).not.toContain('%')

  await open(zhang.page)
  await button(zhang.page, '去填写满意度调查').click()
  await answerSurvey(zhang.page)

  await city.page.reload()
  await row.getByText(/确定达标|还不能断定|低于目标/).waitFor()
  expect(await row.innerText()).toMatch(/\d\d\.\d%/)
  expect(await seriousFaults(city.page)).toEqual([])
})

async function answerSurvey(page: Page) {
  for (;;) {
    await page.getByText(/第 \d+ 题/).waitFor()
    const satisfied = page.getByRole('radio', { name: '满意', exact: true })
    if (await satisfied.count()) await satisfied.click()
    else await page.locator('textarea').first().fill('想要一个修鞋的地方')
    const last = page.getByRole('button', { name: '提交', exact: true })
    if (await last.count()) {
      await last.click()
      await words(page, /谢谢/).waitFor()
      return
    }
    const asked = await page.getByText(/第 \d+ 题/).innerText()
    await page.getByRole('button', { name: '下一题', exact: true }).click()
    await page.getByText(asked).waitFor({ state: 'hidden' })
  }
}

it("keeps the other district's circles and outlets from an officer", async () => {
  const { page } = await device(desktop)
  await logInAtConsole(page, 'district', '620503')
  await page.getByRole('row', { name: /桥南 1/ }).waitFor()
  expect(await page.getByText('大城', { exact: true }).count()).toBe(0)
  await page.getByText('网点清册').first().click()
  await page.getByRole('heading', { name: '网点清册' }).waitFor()
  await page.locator('.ant-table-tbody tr').nth(5).waitFor()
  expect(await page.locator('.ant-table-tbody').innerText()).not.toContain('藉河浆水面馆')
  expect(await seriousFaults(page)).toEqual([])
})

it('follows the elder edition everywhere once it is chosen', async () => {
  const { page } = zhang
  await open(page)
  await button(page, /长辈版/).click()
  await page.locator('.yk-elder, .yk-elder-xl, .yk-elder-max').first().waitFor()
  for (const path of ['pages/home/index', 'pages/coupons/index', 'pages/mine/index']) {
    await open(page, path)
    await page.locator('.yk-elder, .yk-elder-xl, .yk-elder-max').first().waitFor()
    expect(await smallestText(page)).toBeGreaterThanOrEqual(18)
  }
})

/** The smallest text a person is asked to read on the page shown, in px. */
const smallestText = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const sizes: number[] = []
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (!walker.currentNode.textContent?.trim() || !parent?.checkVisibility()) continue
      if (parent.closest('script, style, .sr-only')) continue
      sizes.push(Number.parseFloat(getComputedStyle(parent).fontSize))
    }
    return Math.min(...sizes)
  })

it('did all this without a fault in any browser and without leaving the machine', () => {
  expect(devices.flatMap(({ problems }) => problems)).toEqual([])
})

/** @jest-environment ./weapp/dom-environment.cjs */
import { weappRoot } from './build'
import { type DrawnPage, drawPage } from './runner/engine'
import { serverUrl } from './world'

let page: DrawnPage

beforeAll(async () => {
  page = await drawPage({ root: weappRoot, serverUrl: serverUrl() }, 'pages/home/index')
})

it("draws the home page on WeChat's own component engine", () => {
  expect(page.text()).toContain('大城生活圈')
  expect(page.text()).toContain('步行')
  expect(page.html()).not.toContain('bindtap')
})

it('answers a tap', async () => {
  await page.tap('搜索附近的店和服务')
  expect(page.navigations).toEqual([expect.stringContaining('packages/outlet/pages/search/index')])
})

it('compiles every template without a warning and runs without an error', () => {
  expect(page.problems).toEqual([])
})

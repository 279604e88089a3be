import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

interface Login {
  role: string
  name: string
  division?: string
  wechatCode?: string
  username?: string
  password?: string
}

const file = join(__dirname, '../../../server/cities/tianshui/demo/logins.json')
const logins: Login[] = JSON.parse(readFileSync(file, 'utf8'))

/** The demo person of this WeChat code. */
function resident(wechatCode: string): Login {
  const login = logins.find((each) => each.wechatCode === wechatCode)
  if (!login) throw new Error(`no demo login ${wechatCode}`)
  return login
}

/** The demo officer of this role and division. */
function officer(role: string, division: string): Login {
  const login = logins.find((each) => each.role === role && each.division === division && each.username)
  if (!login) throw new Error(`no demo officer ${role} ${division}`)
  return login
}

/** Fills the login sheet that the app opened because it was needed. */
export async function logInOnPhone(page: Page, wechatCode: string): Promise<void> {
  const sheet = page.getByRole('dialog', { name: '登录后继续' })
  await sheet.locator('input').fill(resident(wechatCode).wechatCode ?? '')
  await sheet.getByRole('button', { name: '登录', exact: true }).click()
  await sheet.waitFor({ state: 'hidden' })
}

/** Logs an officer in at the console. */
export async function logInAtConsole(page: Page, role: string, division: string): Promise<void> {
  const { username = '', password = '' } = officer(role, division)
  await page.goto('/console/')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: /登\s*录/ }).click()
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { weappRoot } from './build'
import { MiniApp, type MiniAppOptions } from './runner/mini-app'

interface Login {
  role: string
  name: string
  wechatCode?: string
}

const loginsFile = join(__dirname, '../../../server/cities/tianshui/demo/logins.json')

/** WeChat codes the simulator accepts for a role of the demo world. */
export const loginCodes = (role: RegExp): string[] =>
  (JSON.parse(readFileSync(loginsFile, 'utf8')) as Login[])
    .filter((login) => role.test(login.role) && login.wechatCode)
    .map(({ wechatCode = '' }) => wechatCode)

/** A phone with the freshly installed mini-program. */
export function installedApp(options: Partial<MiniAppOptions> = {}) {
  const serverUrl = process.env.E2E_SERVER_URL
  if (!serverUrl) throw new Error('E2E_SERVER_URL is not set: the global setup starts the server')
  const [loginCode = ''] = loginCodes(/^resident$/)
  return new MiniApp({ root: weappRoot, serverUrl, loginCode, ...options })
}

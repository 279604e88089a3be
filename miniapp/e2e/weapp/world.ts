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

/** The WeChat code of a person of the demo world, which the simulator accepts. */
function loginCodeOf(name: string): string {
  const logins = JSON.parse(readFileSync(loginsFile, 'utf8')) as Login[]
  const login = logins.find((entry) => entry.name.includes(name) && entry.wechatCode)
  if (!login?.wechatCode) throw new Error(`the demo world has no ${name}`)
  return login.wechatCode
}

export function serverUrl(): string {
  const url = process.env.E2E_SERVER_URL
  if (!url) throw new Error('E2E_SERVER_URL is not set: the global setup starts the server')
  return url
}

/** The phone of a person of the demo world, with the freshly installed mini-program. */
export const phoneOf = (name: string, options: Partial<MiniAppOptions> = {}) =>
  new MiniApp({ root: weappRoot, serverUrl: serverUrl(), loginCode: loginCodeOf(name), ...options })

/** What the server answered last to a path, when it was not a refusal. */
export function answerTo<T>(app: MiniApp, path: string): T {
  const [last] = app.http.exchanges
    .filter((exchange) => exchange.path === path && exchange.status < 300)
    .slice(-1)
  if (!last) throw new Error(`the app was never answered on ${path}`)
  return last.body as T
}

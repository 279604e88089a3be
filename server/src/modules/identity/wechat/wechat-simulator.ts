import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { CONFIG, type Config } from '../../../platform/config/config.js'
import { demoOpenid, readDemoLogins } from '../demo-logins.js'

/** The app the simulator knows; a wrong one is refused as WeChat would. */
export const simulatedApp = { appid: 'wx-simulator', secret: 'simulator-secret' }

/**
 * 微信模拟器: answers `GET /sns/jscode2session` on a free local port as WeChat does, so that the real adapter runs on
 * a machine without WeChat. It knows the demo residents' codes, and in tests every `test-…` code.
 */
@Injectable()
export class WechatSimulator implements OnModuleInit, OnApplicationShutdown {
  private server: Server | undefined
  private readonly openids = new Map<string, string>()

  constructor(@Inject(CONFIG) private readonly config: Config) {
    if (this.isOn && config.NODE_ENV === 'production') {
      throw new Error('the WeChat simulator is not allowed in production')
    }
  }

  private get isOn(): boolean {
    return this.config.WECHAT_MODE === 'simulator'
  }

  get baseUrl(): string {
    const address = this.server?.address() as AddressInfo | null | undefined
    if (!address) throw new Error('the WeChat simulator is not running')
    return `http://127.0.0.1:${address.port}`
  }

  async onModuleInit() {
    if (!this.isOn) return
    for (const { wechatCode } of readDemoLogins(this.config.CITY)) {
      if (wechatCode) this.openids.set(wechatCode, demoOpenid(wechatCode))
    }
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://simulator')
      const found = request.method === 'GET' && url.pathname === '/sns/jscode2session'
      response.writeHead(found ? 200 : 404, { 'content-type': 'text/plain', connection: 'close' })
      response.end(found ? JSON.stringify(this.answer(url.searchParams)) : '')
    })
    this.server.unref().listen(0, '127.0.0.1')
    await once(this.server, 'listening')
  }

  onApplicationShutdown() {
    this.server?.close()
  }

  private answer(query: URLSearchParams) {
    if (query.get('appid') !== simulatedApp.appid) return { errcode: 40013, errmsg: 'invalid appid' }
    if (query.get('secret') !== simulatedApp.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
    if (query.get('grant_type') !== 'authorization_code')
      return { errcode: 40002, errmsg: 'invalid grant_type' }
    const openid = this.openidOf(query.get('js_code') ?? '')
    if (!openid) return { errcode: 40029, errmsg: 'invalid code' }
    return { openid, session_key: Buffer.alloc(16).toString('base64') }
  }

  private openidOf(code: string): string | undefined {
    const known = this.openids.get(code)
    if (known) return known
    const isTestCode = this.config.NODE_ENV === 'test' && /^test-[\w-]{1,50}$/.test(code)
    return isTestCode ? `simulated-${code}` : undefined
  }
}

import * as z from 'zod'
import { DomainError } from '../../../platform/http/domain-error.js'

/** Who WeChat says the person is. The session key it also sends is not kept: nothing here needs it. */
export interface WechatIdentity {
  openid: string
  unionid: string | null
}

/** 微信: turns the code of `wx.login` into an identity, or refuses. */
export abstract class WechatGateway {
  abstract identify(code: string): Promise<WechatIdentity>
}

export interface WechatApp {
  /** `https://api.weixin.qq.com`, or where the simulator listens. */
  baseUrl: () => string
  appid: string
  secret: string
}

const TIMEOUT_MS = 3000
/** The code is unknown, or has been used. */
const CODE_ERRORS = new Set([40029, 40163])

const answerSchema = z.object({
  openid: z.string().min(1).max(64).optional(),
  unionid: z.string().max(64).optional(),
  errcode: z.number().optional(),
})

/** `GET /sns/jscode2session`; the app secret goes to WeChat only, and into no log. */
export class HttpWechatGateway extends WechatGateway {
  constructor(private readonly app: WechatApp) {
    super()
  }

  override async identify(code: string): Promise<WechatIdentity> {
    const { openid, unionid, errcode = 0 } = await this.ask(code)
    if (CODE_ERRORS.has(errcode)) throw new DomainError('WECHAT_CODE_INVALID')
    if (errcode !== 0 || !openid) throw new DomainError('WECHAT_UNAVAILABLE')
    return { openid, unionid: unionid ?? null }
  }

  private async ask(code: string): Promise<z.infer<typeof answerSchema>> {
    const url = new URL('/sns/jscode2session', this.app.baseUrl())
    url.search = new URLSearchParams({
      appid: this.app.appid,
      secret: this.app.secret,
      js_code: code,
      grant_type: 'authorization_code',
    }).toString()
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
      // WeChat answers with JSON that says it is text/plain, and with 200 also when it refuses
      return answerSchema.parse(JSON.parse(await answer.text()))
    } catch {
      throw new DomainError('WECHAT_UNAVAILABLE')
    }
  }
}

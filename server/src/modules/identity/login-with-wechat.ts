import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { Random } from '../../platform/runtime/random.js'
import { Resident } from './resident.entity.js'
import { SessionStore } from './session-store.js'
import { appidOf } from './wechat/wechat.providers.js'
import { WechatGateway, type WechatIdentity } from './wechat/wechat-gateway.js'

/** 微信登录: finds the resident of a WeChat identity, making one at the first visit, and starts a session. */
@Injectable()
export class LoginWithWechat {
  constructor(
    private readonly wechat: WechatGateway,
    private readonly tx: Tx,
    private readonly sessions: SessionStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly random: Random,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute(code: string): Promise<{ token: string; residentId: string }> {
    const identity = await this.wechat.identify(code)
    return this.tx.run(async () => {
      const residentId = await this.upsert(identity)
      return { token: await this.sessions.open('resident', residentId), residentId }
    })
  }

  /** The unique key decides who was first; everyone else finds that row. */
  private async upsert({ openid, unionid }: WechatIdentity): Promise<string> {
    const appid = appidOf(this.config)
    const values = {
      id: this.ids.next(),
      appid,
      openid,
      unionid,
      nickname: `街坊 ${1000 + this.random.int(9000)}`,
      createdAt: this.clock.now(),
    }
    const insert = this.tx.repo(Resident).createQueryBuilder().insert().values(values)
    // the union id appears when the app joins an open platform account: a later log-in brings it
    await insert.orUpdate(unionid ? ['unionid'] : ['openid']).execute()
    const { id } = await this.tx.repo(Resident).findOneByOrFail({ appid, openid })
    return id
  }
}

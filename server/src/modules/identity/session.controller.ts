import { Controller } from '@nestjs/common'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import { loginStaff, loginWithWechat, logout } from '@yikezhong/shared/identity/identity.contract'
import { CurrentActor } from '../../platform/auth/actor.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Implements, Input } from '../../platform/http/endpoint.decorator.js'
import { presentStaff } from './identity.presenter.js'
import { LoginStaff } from './login-staff.js'
import { LoginWithWechat } from './login-with-wechat.js'
import { Residents } from './residents.js'
import { SessionStore } from './session-store.js'

@Controller()
export class SessionController {
  constructor(
    private readonly wechatLogin: LoginWithWechat,
    private readonly staffLogin: LoginStaff,
    private readonly sessions: SessionStore,
    private readonly residents: Residents,
  ) {}

  @Implements(loginWithWechat)
  async wechat(@Input() { body }: RequestOf<typeof loginWithWechat>) {
    const { token, residentId } = await this.wechatLogin.execute(body.code)
    const resident = await this.residents.wire(residentId)
    return { token, idleMinutes: this.sessions.idleMinutes('resident'), resident }
  }

  @Implements(loginStaff)
  async staff(@Input() { body }: RequestOf<typeof loginStaff>) {
    const { token, account } = await this.staffLogin.execute(body)
    return { token, idleMinutes: this.sessions.idleMinutes('staff'), staff: presentStaff(account) }
  }

  @Implements(logout)
  async logout(@CurrentActor() actor: Actor) {
    if (actor.kind !== 'anonymous') await this.sessions.revoke(actor.sessionId)
    return {}
  }
}

import { Controller } from '@nestjs/common'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import {
  activateStaff,
  confirmTotp,
  getStaffMe,
  startTotp,
} from '@yikezhong/shared/identity/identity.contract'
import { CurrentStaff } from '../../platform/auth/actor.decorators.js'
import type { StaffActor } from '../../platform/auth/actor.js'
import { Tx } from '../../platform/database/tx.js'
import { Implements, Input } from '../../platform/http/endpoint.decorator.js'
import { ActivateStaff } from './activate-staff.js'
import { BindTotp } from './bind-totp.js'
import { presentStaff } from './identity.presenter.js'
import { StaffAccount } from './staff-account.entity.js'

@Controller()
export class StaffController {
  constructor(
    private readonly tx: Tx,
    private readonly activation: ActivateStaff,
    private readonly totp: BindTotp,
  ) {}

  @Implements(getStaffMe)
  async me(@CurrentStaff() { staffId }: StaffActor) {
    return presentStaff(await this.tx.repo(StaffAccount).findOneByOrFail({ id: staffId }))
  }

  @Implements(activateStaff)
  async activate(@Input() { body }: RequestOf<typeof activateStaff>) {
    return presentStaff(await this.activation.execute(body))
  }

  @Implements(startTotp)
  startTotp(@CurrentStaff() officer: StaffActor) {
    return this.totp.start(officer)
  }

  @Implements(confirmTotp)
  async confirmTotp(@CurrentStaff() officer: StaffActor, @Input() { body }: RequestOf<typeof confirmTotp>) {
    await this.totp.confirm(officer, body.code)
    return {}
  }
}

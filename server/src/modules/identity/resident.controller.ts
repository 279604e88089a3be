import { Controller } from '@nestjs/common'
import {
  cancelMyDeletion,
  exportMyData,
  getMe,
  requestMyDeletion,
} from '@yikezhong/shared/identity/identity.contract'
import { CurrentResident } from '../../platform/auth/actor.decorators.js'
import type { ResidentActor } from '../../platform/auth/actor.js'
import { Implements } from '../../platform/http/endpoint.decorator.js'
import { MyDeletion } from './my-deletion.js'
import { PersonalData } from './personal-data.js'
import { Residents } from './residents.js'

@Controller()
export class ResidentController {
  constructor(
    private readonly residents: Residents,
    private readonly personalData: PersonalData,
    private readonly deletion: MyDeletion,
  ) {}

  @Implements(getMe)
  me(@CurrentResident() { residentId }: ResidentActor) {
    return this.residents.wire(residentId)
  }

  @Implements(exportMyData)
  export(@CurrentResident() { residentId }: ResidentActor) {
    return this.personalData.export(residentId)
  }

  @Implements(requestMyDeletion)
  requestDeletion(@CurrentResident() { residentId }: ResidentActor) {
    return this.deletion.request(residentId)
  }

  @Implements(cancelMyDeletion)
  async cancelDeletion(@CurrentResident() { residentId }: ResidentActor) {
    await this.deletion.cancel(residentId)
    return {}
  }
}

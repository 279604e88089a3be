import { Controller } from '@nestjs/common'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import { listSurveyWaves, submitSurveyResponse } from '@yikezhong/shared/survey/survey.contract'
import { CurrentActor, CurrentResident } from '../../platform/auth/actor.decorators.js'
import type { Actor, ResidentActor } from '../../platform/auth/actor.js'
import { Implements, Input } from '../../platform/http/endpoint.decorator.js'
import { SubmitResponse } from './submit-response.js'
import { SurveyService } from './survey.service.js'

/** 满意度调查: what residents read and answer. */
@Controller()
export class SurveyController {
  constructor(
    private readonly surveys: SurveyService,
    private readonly submitResponse: SubmitResponse,
  ) {}

  @Implements(listSurveyWaves)
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.surveys.listFor(actor) }
  }

  @Implements(submitSurveyResponse)
  async submit(
    @CurrentResident() { residentId }: ResidentActor,
    @Input() { params, body }: RequestOf<typeof submitSurveyResponse>,
  ) {
    const response = await this.submitResponse.execute(residentId, { ...params, ...body })
    return { id: response.id, submittedAt: response.submittedAt.toISOString() }
  }
}

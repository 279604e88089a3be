import { Controller } from '@nestjs/common'
import { type RequestOf, xlsx } from '@yikezhong/shared/http/endpoint'
import {
  exportSatisfaction,
  getCircleSatisfaction,
  getSatisfaction,
  listBureauSurveyWaves,
  listSurveyRecords,
} from '@yikezhong/shared/survey/survey.contract'
import { CurrentStaff } from '../../platform/auth/actor.decorators.js'
import type { StaffActor } from '../../platform/auth/actor.js'
import { fileAnswer } from '../../platform/http/answer.js'
import { Implements, Input } from '../../platform/http/endpoint.decorator.js'
import { Clock } from '../../platform/runtime/clock.js'
import { CircleSatisfaction } from './circle-satisfaction.js'
import { ExportSatisfaction } from './export-satisfaction.js'
import { SatisfactionService } from './satisfaction.service.js'
import { presentWave } from './survey.presenter.js'
import { SurveyService } from './survey.service.js'

/** 满意度: what officers read. */
@Controller()
export class SatisfactionController {
  constructor(
    private readonly clock: Clock,
    private readonly surveys: SurveyService,
    private readonly satisfaction: SatisfactionService,
    private readonly circleSatisfaction: CircleSatisfaction,
    private readonly exportSatisfaction: ExportSatisfaction,
  ) {}

  @Implements(listBureauSurveyWaves)
  async waves() {
    const now = this.clock.now()
    return { items: (await this.surveys.opened()).map((wave) => presentWave(wave, now)) }
  }

  @Implements(getSatisfaction)
  overview(@CurrentStaff() officer: StaffActor, @Input() { query }: RequestOf<typeof getSatisfaction>) {
    return this.satisfaction.overview(officer, query.waveId)
  }

  @Implements(exportSatisfaction)
  async export(
    @CurrentStaff() officer: StaffActor,
    @Input() { query }: RequestOf<typeof exportSatisfaction>,
  ) {
    const { name, content } = await this.exportSatisfaction.execute(officer, query.waveId)
    return fileAnswer(xlsx, name, content)
  }

  @Implements(getCircleSatisfaction)
  circle(
    @CurrentStaff() officer: StaffActor,
    @Input() { params, query }: RequestOf<typeof getCircleSatisfaction>,
  ) {
    return this.circleSatisfaction.detail(officer, params.circleId, query.waveId)
  }

  @Implements(listSurveyRecords)
  records(
    @CurrentStaff() officer: StaffActor,
    @Input() { params, query }: RequestOf<typeof listSurveyRecords>,
  ) {
    return this.circleSatisfaction.records(officer, params.circleId, query)
  }
}

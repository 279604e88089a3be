import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CircleModule } from '../circle/index.js'
import { IdentityModule } from '../identity/index.js'
import { CircleSatisfaction } from './circle-satisfaction.js'
import { ExportSatisfaction } from './export-satisfaction.js'
import { SatisfactionController } from './satisfaction.controller.js'
import { SatisfactionService } from './satisfaction.service.js'
import { SatisfactionTargets } from './satisfaction-targets.js'
import { SubmitResponse } from './submit-response.js'
import { SurveyController } from './survey.controller.js'
import { SurveyDemo } from './survey.demo.js'
import { SurveyService } from './survey.service.js'
import { SurveyPrivacy } from './survey-privacy.js'
import { SurveyResponse, SurveyTally } from './survey-response.entity.js'
import { SurveyQuestion, SurveyWave } from './survey-wave.entity.js'

@Module({
  imports: [
    TypeOrmModule.forFeature([SurveyWave, SurveyQuestion, SurveyResponse, SurveyTally]),
    CircleModule,
    IdentityModule,
  ],
  controllers: [SurveyController, SatisfactionController],
  providers: [
    CircleSatisfaction,
    ExportSatisfaction,
    SatisfactionService,
    SatisfactionTargets,
    SubmitResponse,
    SurveyDemo,
    SurveyPrivacy,
    SurveyService,
  ],
  exports: [SurveyDemo],
})
export class SurveyModule {}

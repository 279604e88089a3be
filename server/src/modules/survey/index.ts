export { type DemoResponse, type DemoWave, SurveyDemo } from './survey.demo.js'
export { SurveyModule } from './survey.module.js'

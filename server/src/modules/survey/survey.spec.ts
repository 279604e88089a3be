import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import {
  type Answer,
  exportSatisfaction,
  getCircleSatisfaction,
  getSatisfaction,
  listSurveyRecords,
  listSurveyWaves,
  submitSurveyResponse,
} from '@yikezhong/shared/survey/survey.contract'
import { readXlsx } from 'hucre/xlsx'
import { DataSource } from 'typeorm'
import { call, startTestApp } from '../../../test/app.js'
import {
  circleNo,
  daysFromNow,
  makeCity,
  makeResident,
  makeStaff,
  makeWave,
  type Person,
} from '../../../test/make.js'
import { SurveyPrivacy } from './survey-privacy.js'
import { SurveyResponse, SurveyTally } from './survey-response.entity.js'
import { SurveyQuestion } from './survey-wave.entity.js'
import { talliesOf } from './tallies.js'

let app: NestFastifyApplication
let city: { token: string }

beforeAll(async () => {
  app = await startTestApp()
  await makeCity(app)
  city = await makeStaff(app, 'city', '6205')
})
afterAll(() => app.close())

const questionsOf = (waveId: string) =>
  app
    .get(DataSource)
    .getRepository(SurveyQuestion)
    .find({ where: { waveId }, order: { position: 'ASC' } })

/** A wave with the way to answer it: overall, 早餐店, 还缺什么. */
async function makeSurvey(change: Parameters<typeof makeWave>[1] = {}) {
  const waveId = await makeWave(app, change)
  const [overall, breakfast, wants] = (await questionsOf(waveId)).map(({ id }) => id)
  const answers = (rating: number | null, format: number | null = null, text?: string): Answer[] => [
    { questionId: overall ?? '', rating },
    { questionId: breakfast ?? '', rating: format },
    ...(text ? [{ questionId: wants ?? '', text }] : []),
  ]
  const submit = (person: Person, given: Answer[], circleId = circleNo(app, 1).id) =>
    call(app, submitSurveyResponse, { params: { waveId }, body: { circleId, answers: given } }, person.token)
  const read = async (token = city.token) =>
    (await call(app, getSatisfaction, { query: { waveId } }, token)).body
  return {
    waveId,
    overall: overall ?? '',
    breakfast: breakfast ?? '',
    wants: wants ?? '',
    answers,
    submit,
    read,
  }
}

const people = (count: number) => Promise.all(Array.from({ length: count }, () => makeResident(app)))

describe('POST /survey-waves/:waveId/responses', () => {
  it('takes one answer per person and wave, however often it is sent at once', async () => {
    const survey = await makeSurvey()
    const person = await makeResident(app)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => survey.submit(person, survey.answers(5))),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(answers.flatMap(({ error }) => error?.code ?? []))).toEqual(
      new Set(['SURVEY_ALREADY_ANSWERED']),
    )
    const { items } = (await call(app, listSurveyWaves, {}, person.token)).body
    expect(items.find(({ id }) => id === survey.waveId)?.answeredByMe).toBe(true)
    expect((await survey.read()).items[0]?.n).toBe(1)
  })

  it('refuses a closed wave, an unknown circle, foreign and missing questions and answers of the wrong kind', async () => {
    const survey = await makeSurvey()
    const closed = await makeSurvey({ closesAt: daysFromNow(-1) })
    const person = await makeResident(app)
    const code = async (given: Answer[], circleId?: string) =>
      (await survey.submit(person, given, circleId)).error.code
    expect((await closed.submit(person, closed.answers(5))).error.code).toBe('SURVEY_NOT_OPEN')
    expect(await code(survey.answers(5), '1')).toBe('CIRCLE_UNKNOWN')
    expect(await code([...survey.answers(5), { questionId: closed.overall, rating: 5 }])).toBe(
      'SURVEY_QUESTION_UNKNOWN',
    )
    expect(await code([{ questionId: survey.breakfast, rating: 5 }])).toBe('SURVEY_ANSWER_MISSING')
    expect(await code([{ questionId: survey.overall, text: '好' }])).toBe('SURVEY_ANSWER_INVALID')
    expect(await code([...survey.answers(5), { questionId: survey.wants, rating: 5 }])).toBe(
      'SURVEY_ANSWER_INVALID',
    )
    expect(await code([...survey.answers(5), ...survey.answers(1)])).toBe('SURVEY_ANSWER_INVALID')
    expect(await code([{ questionId: survey.overall, rating: 6 }])).toBe('VALIDATION_FAILED')
    expect((await survey.read()).items[0]?.responses).toBe(0)
  })

  it('keeps emoji and rare characters as they were written', async () => {
    const survey = await makeSurvey()
    const person = await makeResident(app)
    await survey.submit(person, survey.answers(4, null, '𠮷祥修鞋铺😀'))
    const [record] = (
      await call(
        app,
        listSurveyRecords,
        { params: { circleId: circleNo(app, 1).id }, query: { waveId: survey.waveId } },
        city.token,
      )
    ).body.items
    expect(record).toMatchObject({ wants: '𠮷祥修鞋铺😀', overall: null })
  })

  it('counts what many people answer at once exactly as the responses say', async () => {
    const survey = await makeSurvey()
    const crowd = await people(60)
    const answers = await Promise.all(
      crowd.map((person, nth) => survey.submit(person, survey.answers((nth % 5) + 1, nth % 3 ? 4 : null))),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    const source = app.get(DataSource)
    const responses = await source.getRepository(SurveyResponse).findBy({ waveId: survey.waveId })
    const tallies = await source.getRepository(SurveyTally).findBy({ waveId: survey.waveId })
    const sorted = [...tallies].sort((a, b) => (a.questionId + a.rating < b.questionId + b.rating ? -1 : 1))
    expect(sorted).toEqual(talliesOf(responses))
  })
})

describe('GET /bureau/satisfaction', () => {
  it('publishes a circle with its fiftieth rating and not before; 不了解 stays out of the share', async () => {
    const survey = await makeSurvey()
    const crowd = await people(51)
    for (const [nth, person] of crowd.slice(0, 49).entries())
      await survey.submit(person, survey.answers(nth < 45 ? 5 : 2))
    const [fiftieth, last] = crowd.slice(49) as [Person, Person]
    await survey.submit(fiftieth, survey.answers(null))
    const [held] = (await survey.read()).items
    expect(held).toMatchObject({
      published: false,
      n: 49,
      responses: 50,
      missing: 1,
      satisfied: null,
      satisfiedShare: null,
      low: null,
      high: null,
      verdict: 'too-few',
    })
    await survey.submit(last, survey.answers(4))
    const [shown, ...others] = (await survey.read()).items
    expect(shown).toMatchObject({
      published: true,
      n: 50,
      responses: 51,
      satisfied: 46,
      satisfiedShare: 0.92,
      verdict: 'undecided',
    })
    expect(shown?.low).toBeCloseTo(0.8116, 4)
    expect(shown?.high).toBeCloseTo(0.9685, 4)
    expect(others.map(({ n, published }) => [n, published])).toEqual(
      Array.from({ length: 5 }, () => [0, false]),
    )
  })

  it("shows an officer only the circles of the officer's division, and refuses the others' details", async () => {
    const survey = await makeSurvey()
    const qinzhou = await makeStaff(app, 'district', '620502')
    const maiji = await makeStaff(app, 'district', '620503')
    const names = async (token: string) => (await survey.read(token)).items.map(({ shortName }) => shortName)
    expect(await names(qinzhou.token)).toEqual(['大城', '西关', '天水郡'])
    expect(await names(maiji.token)).toEqual(['桥南 1', '桥南 2', '北道埠'])
    const foreign = { params: { circleId: circleNo(app, 6).id }, query: { waveId: survey.waveId } }
    for (const endpoint of [getCircleSatisfaction, listSurveyRecords] as const)
      expect((await call(app, endpoint, foreign, qinzhou.token)).error.code).toBe('DIVISION_OUT_OF_SCOPE')
  })

  it('is closed to residents and to nobody in particular', async () => {
    const { token } = await makeResident(app)
    expect((await call(app, getSatisfaction, { query: {} }, token)).error.code).toBe('FORBIDDEN')
    expect((await call(app, getSatisfaction, { query: {} })).error.code).toBe('UNAUTHENTICATED')
    expect((await call(app, getSatisfaction, { query: { waveId: '1' } }, city.token)).error.code).toBe(
      'SURVEY_WAVE_UNKNOWN',
    )
  })

  it('writes no share of an unpublished circle into the export, and the same figures for the others', async () => {
    const survey = await makeSurvey()
    const crowd = await people(50)
    await Promise.all(crowd.map((person) => survey.submit(person, survey.answers(5), circleNo(app, 2).id)))
    const { raw, headers } = await call(
      app,
      exportSatisfaction,
      { query: { waveId: survey.waveId } },
      city.token,
    )
    expect(headers['content-disposition']).toContain('.xlsx')
    const sheet = (await readXlsx(raw)).sheets[0]
    const rowOf = (name: string) => sheet?.rows.find((row) => String(row[0]).startsWith(name))
    expect(rowOf('大城')?.slice(2)).toEqual(['不公布', '不公布', '不公布', 0, 0, '份数不够'])
    expect(rowOf('西关')?.slice(2)).toEqual([100, 92.9, 100, 50, 50, '确定达标'])
  })
})

describe('GET /bureau/circles/:circleId/satisfaction', () => {
  it("hides the distribution until the circle is published, and a format's share until it has enough ratings", async () => {
    const survey = await makeSurvey()
    const circleId = circleNo(app, 1).id
    const detail = async () =>
      (
        await call(
          app,
          getCircleSatisfaction,
          { params: { circleId }, query: { waveId: survey.waveId } },
          city.token,
        )
      ).body
    const crowd = await people(50)
    for (const [nth, person] of crowd.slice(0, 49).entries())
      await survey.submit(person, survey.answers(5, nth < 30 ? 4 : null))
    expect(await detail()).toMatchObject({
      overall: null,
      formats: [{ formatName: '早餐店', n: 30, unknown: 19, share: null, few: true }],
    })
    await survey.submit(crowd[49] as Person, survey.answers(1, null))
    expect(await detail()).toMatchObject({
      overall: { counts: [1, 0, 0, 0, 49], unknown: 0 },
      formats: [{ n: 30, unknown: 20, share: 1, few: true }],
      channels: [
        { channel: 'phone', responses: 50 },
        { channel: 'desk', responses: 0 },
        { channel: 'paper', responses: 0 },
      ],
    })
  })
})

describe('resident.erased', () => {
  it('keeps the answer and forgets whose it was', async () => {
    const survey = await makeSurvey()
    const person = await makeResident(app)
    await survey.submit(person, survey.answers(5))
    await app.get(SurveyPrivacy).cutLoose({ residentId: person.id })
    const rows = await app.get(DataSource).getRepository(SurveyResponse).findBy({ waveId: survey.waveId })
    expect(rows.map(({ residentId }) => residentId)).toEqual([null])
    expect((await survey.read()).items[0]?.n).toBe(1)
  })
})

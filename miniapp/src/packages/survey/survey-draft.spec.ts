import type { SurveyWave } from '@yikezhong/shared/survey/survey.contract'
import {
  canLeave,
  isStarted,
  minutesLeft,
  newDraft,
  resumeDraft,
  type SurveyDraft,
  surveyReducer,
  toAnswers,
} from './survey-draft'

const wave: SurveyWave = {
  id: '7',
  title: '满意度调查',
  opensAt: '2026-07-01T00:00:00.000Z',
  closesAt: '2026-08-01T00:00:00.000Z',
  isOpen: true,
  isDemo: true,
  answeredByMe: false,
  questions: [
    { id: '1', kind: 'overall', text: '总体满意吗？', hint: null, formatCode: null, isRequired: true },
    { id: '2', kind: 'format', text: '早餐满意吗？', hint: null, formatCode: 'breakfast', isRequired: false },
    { id: '3', kind: 'text', text: '还缺什么？', hint: null, formatCode: null, isRequired: false },
  ],
}
const now = Date.parse('2026-07-12T11:00:00.000Z')
const saved = (changes: Partial<SurveyDraft> = {}): SurveyDraft => ({
  ...newDraft('7', '31'),
  savedAt: now - 3_600_000,
  ...changes,
})

describe('surveyReducer', () => {
  it('keeps the answer of each question and the way back to it', () => {
    let draft = newDraft('7', '31')
    draft = surveyReducer(draft, { type: 'rated', questionId: '1', rating: 4 })
    draft = surveyReducer(draft, { type: 'moved', to: 1 })
    draft = surveyReducer(draft, { type: 'rated', questionId: '2', rating: null })
    draft = surveyReducer(draft, { type: 'moved', to: 0 })
    expect(draft).toMatchObject({ step: 0, ratings: { 1: 4, 2: null } })
  })

  it('repeats a submission under the same number until an answer changes', () => {
    let draft = surveyReducer(saved(), { type: 'submitting', requestNo: 'a' })
    draft = surveyReducer(draft, { type: 'submitting', requestNo: 'b' })
    expect(draft.requestNo).toBe('a')
    draft = surveyReducer(draft, { type: 'written', questionId: '3', text: '修鞋点' })
    expect(draft.requestNo).toBeNull()
  })

  it('never moves before the first question', () => {
    expect(surveyReducer(saved(), { type: 'moved', to: -1 }).step).toBe(0)
  })
})

describe('resumeDraft', () => {
  it('takes up a draft of the same wave within a day', () => {
    const draft = saved({ step: 2, ratings: { 1: 5 }, texts: { 3: '修鞋' } })
    expect(resumeDraft(JSON.parse(JSON.stringify(draft)), wave, now)).toEqual(draft)
  })

  it.each([
    ['older than 24 hours', saved({ savedAt: now - 24 * 3_600_000 - 1 })],
    ['of another wave', saved({ waveId: '8' })],
    ['from the future, after the clock was set back', saved({ savedAt: now + 1000 })],
    ['with a question that no longer exists', saved({ ratings: { 99: 3 } })],
    ['that is not a draft', { waveId: '7' }],
    ['that is missing', undefined],
  ])('drops a draft %s', (_, stored) => {
    expect(resumeDraft(stored, wave, now)).toBeNull()
  })

  it('stays inside the questions', () => {
    expect(resumeDraft(saved({ step: 9 }), wave, now)?.step).toBe(2)
  })
})

it('asks for an answer or a skip only where one is required', () => {
  const [overall, format] = wave.questions
  expect(overall && canLeave(saved(), overall)).toBe(false)
  expect(overall && canLeave(saved({ ratings: { 1: null } }), overall)).toBe(true)
  expect(format && canLeave(saved(), format)).toBe(true)
})

it('sends answers in order, skipped ones as null, blank and untouched ones not at all', () => {
  const draft = saved({ ratings: { 2: null, 1: 4 }, texts: { 3: '  ' } })
  expect(toAnswers(draft, wave.questions)).toEqual([
    { questionId: '1', rating: 4 },
    { questionId: '2', rating: null },
  ])
  expect(toAnswers(saved({ texts: { 3: ' 修鞋点 ' } }), wave.questions)).toEqual([
    { questionId: '3', text: '修鞋点' },
  ])
})

it('counts as started once anything is answered', () => {
  expect(isStarted(saved({ step: 1, texts: { 3: ' ' } }))).toBe(false)
  expect(isStarted(saved({ ratings: { 1: null } }))).toBe(true)
})

it('says at least one minute', () => {
  expect(minutesLeft(wave.questions, 0)).toBe(1)
  expect(minutesLeft(Array(12).fill(wave.questions[0]), 0)).toBe(2)
  expect(minutesLeft(wave.questions, 3)).toBe(1)
})

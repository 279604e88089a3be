import type { Answer, Question, SurveyWave } from '@yikezhong/shared/survey/survey.contract'

/** How long unfinished answers stay on the phone. */
const draftHours = 24

/** 草稿: what one person has answered of one wave so far; kept on the phone only. */
export interface SurveyDraft {
  waveId: string
  circleId: string | null
  /** Index of the question on screen. */
  step: number
  /** 1–5; null is 不了解. A question that is missing here has not been answered. */
  ratings: Record<string, number | null>
  texts: Record<string, string>
  /** Idempotency key of the last submission of exactly these answers. */
  requestNo: string | null
  savedAt: number
}

export type SurveyAction =
  | { type: 'rated'; questionId: string; rating: number | null }
  | { type: 'written'; questionId: string; text: string }
  | { type: 'circle-chosen'; circleId: string }
  | { type: 'moved'; to: number }
  | { type: 'submitting'; requestNo: string }
  | { type: 'replaced'; draft: SurveyDraft }

export const newDraft = (waveId: string, circleId: string | null): SurveyDraft => ({
  waveId,
  circleId,
  step: 0,
  ratings: {},
  texts: {},
  requestNo: null,
  savedAt: 0,
})

/** The next draft. Changed answers drop the request number, because the server would refuse it for another body. */
export function surveyReducer(draft: SurveyDraft, action: SurveyAction): SurveyDraft {
  switch (action.type) {
    case 'rated':
      return { ...draft, ratings: { ...draft.ratings, [action.questionId]: action.rating }, requestNo: null }
    case 'written':
      return { ...draft, texts: { ...draft.texts, [action.questionId]: action.text }, requestNo: null }
    case 'circle-chosen':
      return { ...draft, circleId: action.circleId, requestNo: null }
    case 'moved':
      return { ...draft, step: Math.max(0, action.to) }
    case 'submitting':
      return draft.requestNo ? draft : { ...draft, requestNo: action.requestNo }
    case 'replaced':
      return action.draft
  }
}

/** A stored draft, when it is of this wave, younger than a day and its questions still exist; otherwise null. */
export function resumeDraft(stored: unknown, wave: SurveyWave, now: number): SurveyDraft | null {
  if (!isDraft(stored) || stored.waveId !== wave.id) return null
  const age = now - stored.savedAt
  if (age < 0 || age > draftHours * 3_600_000) return null
  const known = (id: string) => wave.questions.some((question) => question.id === id)
  if (![...Object.keys(stored.ratings), ...Object.keys(stored.texts)].every(known)) return null
  return { ...stored, step: Math.min(stored.step, wave.questions.length - 1) }
}

function isDraft(stored: unknown): stored is SurveyDraft {
  if (typeof stored !== 'object' || stored === null) return false
  const draft = stored as Partial<SurveyDraft>
  return (
    typeof draft.waveId === 'string' &&
    typeof draft.step === 'number' &&
    typeof draft.savedAt === 'number' &&
    typeof draft.ratings === 'object' &&
    draft.ratings !== null &&
    typeof draft.texts === 'object' &&
    draft.texts !== null
  )
}

const isAnswered = (draft: SurveyDraft, question: Question) =>
  question.kind === 'text'
    ? Boolean(draft.texts[question.id]?.trim())
    : draft.ratings[question.id] !== undefined

/** Whether 下一题 may leave this question: answered or skipped, or not required. */
export const canLeave = (draft: SurveyDraft, question: Question) =>
  isAnswered(draft, question) || !question.isRequired

/** Answering locks the circle: ratings given for one circle must not move to another. */
export const isStarted = (draft: SurveyDraft) =>
  Object.keys(draft.ratings).length > 0 || Object.values(draft.texts).some((text) => text.trim() !== '')

/** What goes to the server, in the order of the questions; unanswered ones are left out. */
export const toAnswers = (draft: SurveyDraft, questions: readonly Question[]): Answer[] =>
  questions
    .filter((question) => isAnswered(draft, question))
    .map((question) =>
      question.kind === 'text'
        ? { questionId: question.id, text: draft.texts[question.id]?.trim() ?? '' }
        : { questionId: question.id, rating: draft.ratings[question.id] ?? null },
    )

const secondsFor: Record<Question['kind'], number> = { overall: 12, format: 10, text: 40 }

/** Whole minutes the questions from `step` on take, at least 1. */
export function minutesLeft(questions: readonly Question[], step: number): number {
  const seconds = questions.slice(step).reduce((sum, { kind }) => sum + secondsFor[kind], 0)
  return Math.max(1, Math.round(seconds / 60))
}

import type { Answer } from '@yikezhong/shared/survey/survey.contract'
import { DomainError } from '../../platform/http/domain-error.js'
import type { StoredAnswer } from './survey-response.entity.js'
import type { SurveyQuestion } from './survey-wave.entity.js'

/**
 * Checks a person's answers against the wave's questions and packs them in question order. A rated question that was
 * left out counts as 不了解; an empty text as not answered.
 */
export function checkAnswers(
  questions: readonly SurveyQuestion[],
  answers: readonly Answer[],
): StoredAnswer[] {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]))
  if (given.size !== answers.length) throw new DomainError('SURVEY_ANSWER_INVALID')
  const known = new Set(questions.map((question) => question.id))
  for (const questionId of given.keys())
    if (!known.has(questionId)) throw new DomainError('SURVEY_QUESTION_UNKNOWN', { questionId })
  return [...questions]
    .sort((a, b) => a.position - b.position)
    .flatMap((question) => stored(question, given.get(question.id)))
}

function stored(question: SurveyQuestion, answer: Answer | undefined): StoredAnswer[] {
  const isText = question.kind === 'text'
  const isWrongKind = isText ? answer?.rating !== undefined : answer?.text !== undefined
  if (isWrongKind) throw new DomainError('SURVEY_ANSWER_INVALID', { questionId: question.id })
  const isMissing = isText ? !answer?.text : answer?.rating === undefined
  if (isMissing && question.isRequired)
    throw new DomainError('SURVEY_ANSWER_MISSING', { questionId: question.id })
  if (isText) return answer?.text ? [{ q: question.id, t: answer.text }] : []
  return [{ q: question.id, r: answer?.rating ?? null }]
}

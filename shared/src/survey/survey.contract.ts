import * as z from 'zod/mini'
import { defineEndpoint, xlsx } from '../http/endpoint.js'
import { page, pageQuery } from '../http/page.js'
import { code, day, id, instant } from '../http/primitives.js'

export const questionKinds = ['overall', 'format', 'text'] as const
export const surveyChannels = ['phone', 'desk', 'paper'] as const

/** 题目: `overall` and `format` are rated 1 (很不满意) to 5 (很满意), or skipped as 不了解; `text` is free (还缺什么). */
export const question = z.object({
  id,
  kind: z.enum(questionKinds),
  text: z.string(),
  hint: z.nullable(z.string()),
  formatCode: z.nullable(code),
  isRequired: z.boolean(),
})
export type Question = z.infer<typeof question>

/** 调查轮次: one round of the satisfaction survey. `answeredByMe` is false for anonymous callers. */
export const surveyWave = z.object({
  id,
  title: z.string(),
  opensAt: instant,
  closesAt: instant,
  isOpen: z.boolean(),
  isDemo: z.boolean(),
  answeredByMe: z.boolean(),
  questions: z.array(question),
})
export type SurveyWave = z.infer<typeof surveyWave>

export const listSurveyWaves = defineEndpoint({
  method: 'GET',
  path: '/survey-waves',
  summary: '满意度调查，开放中的在前',
  access: 'public',
  response: z.object({ items: z.array(surveyWave) }),
})

/** 评分 1–5; null is 不了解, which leaves the denominator. */
export const rating = z.nullable(z.int().check(z.minimum(1), z.maximum(5)))

export const answer = z.object({
  questionId: id,
  rating: z.optional(rating),
  text: z.optional(z.string().check(z.trim(), z.maxLength(500))),
})
export type Answer = z.infer<typeof answer>

export const submitSurveyResponse = defineEndpoint({
  method: 'POST',
  path: '/survey-waves/:waveId/responses',
  summary: '提交答卷：每人每轮一份',
  access: 'resident',
  idempotent: true,
  params: z.object({ waveId: id }),
  body: z.object({ circleId: id, answers: z.array(answer).check(z.minLength(1), z.maxLength(60)) }),
  response: z.object({ id, submittedAt: instant }),
  errors: [
    'SURVEY_WAVE_UNKNOWN',
    'SURVEY_NOT_OPEN',
    'SURVEY_ALREADY_ANSWERED',
    'SURVEY_QUESTION_UNKNOWN',
    'SURVEY_ANSWER_MISSING',
    'SURVEY_ANSWER_INVALID',
    'CIRCLE_UNKNOWN',
  ],
})

/** 判断: 确定达标 (lower bound ≥ target), 还不能断定 (interval crosses it), 低于目标 (upper bound below), 份数不够. */
export const verdicts = ['reached', 'undecided', 'below', 'too-few'] as const
export type Verdict = (typeof verdicts)[number]

const share = z.number().check(z.minimum(0), z.maximum(1))

/**
 * 一个生活圈的满意度. `n` counts overall ratings 1–5; `responses` also counts questionnaires that skipped the overall
 * question. Below the minimum nothing but `n`, `responses` and `missing` is given.
 */
export const circleSatisfaction = z.object({
  circleId: id,
  circleName: z.string(),
  shortName: z.string(),
  communities: z.string(),
  published: z.boolean(),
  n: z.int(),
  responses: z.int(),
  missing: z.int(),
  satisfied: z.nullable(z.int()),
  satisfiedShare: z.nullable(share),
  low: z.nullable(share),
  high: z.nullable(share),
  verdict: z.enum(verdicts),
})
export type CircleSatisfaction = z.infer<typeof circleSatisfaction>

const waveRef = z.object({
  id,
  title: z.string(),
  opensAt: instant,
  closesAt: instant,
  isOpen: z.boolean(),
  isDemo: z.boolean(),
})

export const listBureauSurveyWaves = defineEndpoint({
  method: 'GET',
  path: '/bureau/survey-waves',
  summary: '各轮调查，新的在前',
  access: 'staff',
  response: z.object({ items: z.array(waveRef) }),
})

const satisfactionQuery = z.object({ waveId: z.optional(id) })

export const getSatisfaction = defineEndpoint({
  method: 'GET',
  path: '/bureau/satisfaction',
  summary: '各生活圈满意度：样本量、Wilson 95% 区间；不足 50 份不公布。不带 waveId 时取最近一轮',
  access: 'staff',
  query: satisfactionQuery,
  response: z.object({
    wave: waveRef,
    asOf: instant,
    targetShare: share,
    minimumN: z.int(),
    items: z.array(circleSatisfaction),
  }),
  errors: ['SURVEY_WAVE_UNKNOWN'],
})

export const exportSatisfaction = defineEndpoint({
  method: 'GET',
  path: '/bureau/satisfaction/export',
  summary: '导出满意度 .xlsx;不公布的圈没有任何比例',
  access: 'staff',
  query: satisfactionQuery,
  response: xlsx,
  errors: ['SURVEY_WAVE_UNKNOWN'],
})

const circleParams = z.object({ circleId: id })

export const getCircleSatisfaction = defineEndpoint({
  method: 'GET',
  path: '/bureau/circles/:circleId/satisfaction',
  summary: '一个生活圈的评分分布和各业态满意度',
  access: 'staff',
  params: circleParams,
  query: satisfactionQuery,
  response: z.object({
    circle: circleSatisfaction,
    /** Null until published. `counts` from 1 (很不满意) to 5 (很满意). */
    overall: z.nullable(z.object({ counts: z.array(z.int()).check(z.length(5)), unknown: z.int() })),
    /** `share` is null below `minimumFormatN`; `few` marks n below 50 (样本少). */
    minimumFormatN: z.int(),
    formats: z.array(
      z.object({
        formatCode: code,
        formatName: z.string(),
        n: z.int(),
        unknown: z.int(),
        share: z.nullable(share),
        few: z.boolean(),
      }),
    ),
    channels: z.array(z.object({ channel: z.enum(surveyChannels), responses: z.int() })),
  }),
  errors: ['SURVEY_WAVE_UNKNOWN', 'CIRCLE_UNKNOWN', 'DIVISION_OUT_OF_SCOPE'],
})

export const listSurveyRecords = defineEndpoint({
  method: 'GET',
  path: '/bureau/circles/:circleId/survey-responses',
  summary: '去掉身份的答卷记录；未公布的圈不显示评分',
  access: 'staff',
  params: circleParams,
  query: z.object({ waveId: z.optional(id), ...pageQuery }),
  response: page(
    z.object({
      id,
      submittedOn: day,
      channel: z.enum(surveyChannels),
      overall: rating,
      wants: z.nullable(z.string()),
    }),
  ),
  errors: ['SURVEY_WAVE_UNKNOWN', 'CIRCLE_UNKNOWN', 'DIVISION_OUT_OF_SCOPE'],
})

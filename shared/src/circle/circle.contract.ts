import * as z from 'zod/mini'
import { defineEndpoint } from '../http/endpoint.js'
import { divisionCode, id, location } from '../http/primitives.js'

/** 社区 that belongs to a circle; `isCentre` marks the centre community (中心社区) of annex 2. */
export const circleCommunity = z.object({
  code: divisionCode,
  name: z.string(),
  shortName: z.string(),
  isCentre: z.boolean(),
})

/** 一刻钟便民生活圈, in the plan's order. `shortName` is what fits a row: 大城. */
export const circle = z.object({
  id,
  no: z.int(),
  name: z.string(),
  shortName: z.string(),
  buildYear: z.int(),
  centre: location,
  communities: z.array(circleCommunity),
})
export type Circle = z.infer<typeof circle>

export const listCircles = defineEndpoint({
  method: 'GET',
  path: '/circles',
  summary: '便民生活圈及其社区，按方案附件 2 的顺序',
  access: 'public',
  response: z.object({ city: z.object({ name: z.string(), code: divisionCode }), items: z.array(circle) }),
})

export const divisionLevels = ['city', 'district', 'subdistrict', 'community'] as const

/** 行政区划: one division in force today. */
export const division = z.object({
  code: divisionCode,
  name: z.string(),
  shortName: z.string(),
  level: z.enum(divisionLevels),
  parentCode: z.nullable(divisionCode),
})
export type Division = z.infer<typeof division>

export const listDivisions = defineEndpoint({
  method: 'GET',
  path: '/divisions',
  summary: '下一级行政区划；不带 parent 时为城市本身',
  access: 'public',
  query: z.object({ parent: z.optional(divisionCode) }),
  response: z.object({ items: z.array(division) }),
  errors: ['DIVISION_UNKNOWN'],
})

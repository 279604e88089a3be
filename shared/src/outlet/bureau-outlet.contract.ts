import * as z from 'zod/mini'
import { defineEndpoint } from '../http/endpoint.js'
import { pageQuery } from '../http/page.js'
import { code, day, divisionCode, id, location, queryKeyword } from '../http/primitives.js'
import { mapQuery, outletMap, outletStatuses, searchFilters } from './outlet.contract.js'

export const freshnessBands = ['fresh', 'ageing', 'stale', 'never'] as const

/** 网点清册 row. `freshness`: confirmed within 30 days, within 90, longer ago, never. */
export const bureauOutlet = z.object({
  id,
  name: z.string(),
  formatCode: code,
  formatName: z.string(),
  status: z.enum(outletStatuses),
  communityCode: divisionCode,
  communityName: z.string(),
  address: z.string(),
  phone: z.nullable(z.string()),
  isChain: z.boolean(),
  lastConfirmedOn: z.nullable(day),
  freshness: z.enum(freshnessBands),
  location,
  isDemo: z.boolean(),
})
export type BureauOutlet = z.infer<typeof bureauOutlet>

export const listBureauOutlets = defineEndpoint({
  method: 'GET',
  path: '/bureau/outlets',
  summary: '网点清册，只含本级管理范围，按社区和名称排列',
  access: 'staff',
  query: z.object({
    keyword: z.optional(queryKeyword),
    format: searchFilters.format,
    status: z.optional(z.enum(outletStatuses)),
    freshness: z.optional(z.enum(freshnessBands)),
    divisionCode: z.optional(divisionCode),
    circleId: z.optional(id),
    ...pageQuery,
  }),
  response: z.object({ items: z.array(bureauOutlet), nextCursor: z.nullable(z.string()), total: z.int() }),
  errors: ['DIVISION_OUT_OF_SCOPE', 'FORMAT_UNKNOWN', 'CIRCLE_UNKNOWN'],
})

export const getBureauOutletMap = defineEndpoint({
  method: 'GET',
  path: '/bureau/outlet-map',
  summary: '网点地图，只含本级管理范围；聚合点给出 90 天内确认过的比例',
  access: 'staff',
  query: z.object(mapQuery),
  response: outletMap,
  errors: [
    'LOCATION_OUT_OF_RANGE',
    'FORMAT_UNKNOWN',
    'SERVICE_UNKNOWN',
    'CIRCLE_UNKNOWN',
    'DIVISION_UNKNOWN',
    'DIVISION_OUT_OF_SCOPE',
  ],
})

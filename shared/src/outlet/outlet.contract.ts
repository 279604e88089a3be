import * as z from 'zod/mini'
import { merchantRoles } from '../http/access.js'
import { defineEndpoint } from '../http/endpoint.js'
import { pageQuery } from '../http/page.js'
import {
  code,
  day,
  divisionCode,
  fen,
  id,
  location,
  queryFlag,
  queryInt,
  queryKeyword,
  queryNumber,
} from '../http/primitives.js'

export const formatTiers = ['basic', 'quality'] as const

/** 业态: one row of annex 5's taxonomy. `seq` is its colour in the token file, `glyph` its drawing. */
export const format = z.object({
  code,
  name: z.string(),
  tier: z.enum(formatTiers),
  glyph: z.string(),
  seq: z.int(),
})
export type Format = z.infer<typeof format>

const named = z.object({ code, name: z.string() })

export const listFormats = defineEndpoint({
  method: 'GET',
  path: '/formats',
  summary: '业态、叠加服务、无障碍项目和首页入口',
  access: 'public',
  response: z.object({
    version: z.string(),
    formats: z.array(format),
    services: z.array(named),
    accessibility: z.array(named),
    /** 首页宫格: each entry opens a search over its formats; an empty list means all formats. */
    entries: z.array(
      z.object({
        name: z.string(),
        glyph: z.string(),
        seq: z.int(),
        tier: z.enum(formatTiers),
        formats: z.array(code),
      }),
    ),
  }),
})

/** 网点状态: 营业, 暂停, 歇业, 搬迁, 待核. */
export const outletStatuses = ['operating', 'suspended', 'closed', 'moved', 'unverified'] as const
export type OutletStatus = (typeof outletStatuses)[number]

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/))

/** 营业时间: spans per weekday, Monday first. A span whose `to` is not after `from` ends the next day; 00:00–24:00 is all day. */
export const weeklyHours = z.array(z.array(z.object({ from: clock, to: clock }))).check(z.length(7))
export type WeeklyHours = z.infer<typeof weeklyHours>

/**
 * 网点 in a list. `hours` is null when nobody has recorded them; `openNow` is null then, and never true for an outlet
 * that is not operating. `walkMinutes` is estimated from the distance until a walking network is loaded.
 */
export const outletSummary = z.object({
  id,
  name: z.string(),
  formatCode: code,
  isDemo: z.boolean(),
  status: z.enum(outletStatuses),
  location,
  address: z.string(),
  phone: z.nullable(z.string()),
  hours: z.nullable(weeklyHours),
  priceNote: z.nullable(z.string()),
  services: z.array(code),
  accessible: z.array(code),
  offer: z.nullable(z.string()),
  lastConfirmedOn: z.nullable(day),
  openNow: z.nullable(z.boolean()),
  distanceMeters: z.int(),
  walkMinutes: z.int(),
})
export type OutletSummary = z.infer<typeof outletSummary>

/** What every search of outlets may narrow down by. */
export const searchFilters = {
  /** One format code, or several separated by commas. */
  format: z.optional(z.string().check(z.regex(/^[a-z][a-z0-9,-]{0,400}$/))),
  service: z.optional(code),
  keyword: z.optional(queryKeyword),
  openNow: z.optional(queryFlag),
  circleId: z.optional(id),
  communityCode: z.optional(divisionCode),
}

export const searchOutlets = defineEndpoint({
  method: 'GET',
  path: '/outlets',
  summary: '附近的网点：由近到远，不用登录',
  access: 'public',
  query: z.object({
    /** From where distance is counted; without it the centre of the community or circle. Never stored. */
    lng: z.optional(queryNumber(-180, 180)),
    /** Also up to 180: swapped coordinates must reach the refusal that says so. */
    lat: z.optional(queryNumber(-180, 180)),
    /** Default: no limit inside a circle, 1,200 m (a quarter of an hour on foot) around a point. */
    radiusMeters: z.optional(queryInt(1, 50_000)),
    ...searchFilters,
    ...pageQuery,
  }),
  response: z.object({
    items: z.array(outletSummary),
    nextCursor: z.nullable(z.string()),
    /** All matches, not only this page. */
    total: z.int(),
    origin: location,
  }),
  errors: [
    'PLACE_REQUIRED',
    'LOCATION_OUT_OF_RANGE',
    'FORMAT_UNKNOWN',
    'SERVICE_UNKNOWN',
    'CIRCLE_UNKNOWN',
    'DIVISION_UNKNOWN',
  ],
})

/** What both maps ask: a box, and the filters of the search. */
export const mapQuery = {
  west: queryNumber(-180, 180),
  south: queryNumber(-90, 90),
  east: queryNumber(-180, 180),
  north: queryNumber(-90, 90),
  ...searchFilters,
}

/** Markers inside the box, at most 200 things: single outlets, and clusters (`count`) where they crowd. */
export const outletMap = z.object({
  total: z.int(),
  markers: z.array(
    z.object({
      id,
      name: z.string(),
      formatCode: code,
      location,
      openNow: z.nullable(z.boolean()),
      isDemo: z.boolean(),
    }),
  ),
  clusters: z.array(z.object({ location, count: z.int(), confirmedShare: z.number() })),
})
export type OutletMap = z.infer<typeof outletMap>

export const getOutletMap = defineEndpoint({
  method: 'GET',
  path: '/outlet-map',
  summary: '地图上的网点：最多 200 个标记，密集处聚合',
  access: 'public',
  query: z.object(mapQuery),
  response: outletMap,
  errors: [
    'LOCATION_OUT_OF_RANGE',
    'FORMAT_UNKNOWN',
    'SERVICE_UNKNOWN',
    'CIRCLE_UNKNOWN',
    'DIVISION_UNKNOWN',
  ],
})

export const accessStates = ['yes', 'no', 'unknown'] as const
export const confirmationSources = ['redemption', 'resident', 'merchant', 'visit', 'import'] as const

/** 网点详情. */
export const outlet = z.object({
  ...outletSummary.shape,
  distanceMeters: z.nullable(z.int()),
  walkMinutes: z.nullable(z.int()),
  formatName: z.string(),
  community: z.object({ code: divisionCode, name: z.string() }),
  circles: z.array(z.object({ id, shortName: z.string() })),
  hoursNote: z.nullable(z.string()),
  addressNote: z.nullable(z.string()),
  isChain: z.boolean(),
  services: z.array(named),
  accessibility: z.array(z.object({ code, name: z.string(), state: z.enum(accessStates) })),
  priceItems: z.array(
    z.object({ name: z.string(), priceFen: fen, unit: z.string(), note: z.nullable(z.string()) }),
  ),
  pricesUpdatedOn: z.nullable(day),
  lastConfirmedBy: z.nullable(z.enum(confirmationSources)),
})
export type Outlet = z.infer<typeof outlet>

export const getOutlet = defineEndpoint({
  method: 'GET',
  path: '/outlets/:outletId',
  summary: '网点详情',
  access: 'public',
  params: z.object({ outletId: id }),
  query: z.object({ lng: z.optional(queryNumber(-180, 180)), lat: z.optional(queryNumber(-90, 90)) }),
  response: outlet,
  errors: ['OUTLET_UNKNOWN'],
})

export const confirmOutlet = defineEndpoint({
  method: 'POST',
  path: '/outlets/:outletId/confirmations',
  summary: '居民确认这家店还开着；同一人同一天只记一次',
  access: 'resident',
  params: z.object({ outletId: id }),
  response: z.object({ lastConfirmedOn: day }),
  errors: ['OUTLET_UNKNOWN'],
})

export const listMerchantOutlets = defineEndpoint({
  method: 'GET',
  path: '/merchant/outlets',
  summary: '我可以核销的网点',
  access: 'merchant',
  response: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        formatCode: code,
        merchantId: id,
        merchantName: z.string(),
        role: z.enum(merchantRoles),
        isDemo: z.boolean(),
      }),
    ),
  }),
})

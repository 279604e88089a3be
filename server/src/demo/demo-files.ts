import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { merchantRoles } from '@yikezhong/shared/http/access'
import { code, divisionCode } from '@yikezhong/shared/http/primitives'
import { accessStates, confirmationSources, weeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { questionKinds } from '@yikezhong/shared/survey/survey.contract'
import * as z from 'zod'
import { cityDir } from '../modules/circle/index.js'
import { type DemoLogin, readDemoLogins } from '../modules/identity/index.js'

const priceItem = z.strictObject({
  name: z.string(),
  priceFen: z.int().positive(),
  unit: z.string(),
  note: z.string().optional(),
})
const days = z.int().min(0)
const window = z.tuple([z.int(), z.int()])

const featuredOutlet = z.strictObject({
  name: z.string(),
  formatCode: code,
  communityCode: divisionCode,
  /** From the circle's centre; without it, somewhere in the community. */
  fromCircleCentre: z.strictObject({ eastMeters: z.number(), northMeters: z.number() }).optional(),
  hours: z.string(),
  hoursNote: z.string().optional(),
  address: z.string(),
  addressNote: z.string().optional(),
  priceNote: z.string().optional(),
  services: z.array(code).default([]),
  access: z.array(z.strictObject({ code, state: z.enum(accessStates) })).default([]),
  priceItems: z.array(priceItem).default([]),
  pricesDaysAgo: days.optional(),
  confirmedDaysAgo: days,
  confirmedBy: z.enum(confirmationSources),
})

const formatWords = z.strictObject({
  formatCode: code,
  count: z.int().positive(),
  heads: z.array(z.string()).optional(),
  tails: z.array(z.string()).min(1),
  /** Names of weeks below; one named twice is drawn twice as often. */
  hours: z.array(z.string()).min(1),
  chains: z.array(z.string()),
  chainShare: z.number().min(0).max(1),
  services: z.array(code),
  prices: z.array(priceItem).min(1),
})

const outletWords = z.strictObject({
  seed: z.string(),
  heads: z.array(z.string()).min(1),
  hours: z.record(z.string(), weeklyHours),
  formats: z.array(formatWords),
  /** By subdistrict code. */
  streets: z.record(z.string(), z.array(z.string()).min(1)),
})

const people = z.strictObject({
  members: z.array(
    z.strictObject({ wechatCode: z.string(), outlet: z.string(), role: z.enum(merchantRoles) }),
  ),
  /** Residents without a log-in, who hold coupons and have answered surveys. */
  crowd: z.int().positive(),
  surnames: z.array(z.string()).min(1),
})

const couponTemplate = z.strictObject({
  title: z.string(),
  note: z.string().nullable(),
  faceValueFen: z.int(),
  minSpendFen: z.int(),
  governmentFen: z.int(),
  totalCount: z.int(),
  claimed: z.int(),
  used: z.int(),
  isNearExpiry: z.boolean(),
  /** Names of featured outlets. */
  outlets: z.array(z.string()).min(1),
  /** Windows in days from the day of loading. */
  claimDays: window,
  validDays: window,
  clerk: z.string(),
  alsoClaimedBy: z.array(z.string()),
})

const survey = z.strictObject({
  questions: z.array(
    z.strictObject({
      kind: z.enum(questionKinds),
      text: z.string(),
      hint: z.string().nullable(),
      formatCode: z.nullable(code),
      isRequired: z.boolean(),
    }),
  ),
  wants: z.array(z.string()).min(1),
  wantShare: z.number(),
  /** How many do not know a format, by its code. */
  unknownShares: z.record(z.string(), z.number()),
  waves: z.array(
    z.strictObject({
      opensDaysAgo: z.int(),
      closesInDays: z.int(),
      /** By circle code: responses, and how many of them are satisfied. */
      circles: z.record(z.string(), z.tuple([z.int(), z.int()])),
    }),
  ),
})

export type FeaturedOutlet = z.infer<typeof featuredOutlet>
export type FormatWords = z.infer<typeof formatWords>
export type OutletWords = z.infer<typeof outletWords>
export type DemoPeople = z.infer<typeof people>
export type DemoCoupon = z.infer<typeof couponTemplate>
export type DemoSurvey = z.infer<typeof survey>

/** What a city's `demo` folder says. */
export interface DemoFiles {
  logins: DemoLogin[]
  people: DemoPeople
  featured: FeaturedOutlet[]
  words: OutletWords
  coupons: DemoCoupon[]
  survey: DemoSurvey
}

/** Null when the city has no demo world. */
export function readDemoFiles(city: string): DemoFiles | null {
  const folder = join(cityDir(city), 'demo')
  if (!existsSync(folder)) return null
  const read = <S extends z.ZodType>(file: string, schema: S): z.infer<S> =>
    schema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
  return {
    logins: readDemoLogins(city),
    people: read('people.json', people),
    featured: read('featured-outlets.json', z.array(featuredOutlet)),
    words: read('outlet-words.json', outletWords),
    coupons: read('coupons.json', z.array(couponTemplate)),
    survey: read('survey.json', survey),
  }
}

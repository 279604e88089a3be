import { divisionLevels } from '@yikezhong/shared/circle/circle.contract'
import { code, day, divisionCode, location } from '@yikezhong/shared/http/primitives'
import * as z from 'zod'

const text = z.string().min(1)
const optionalText = z.string().transform((value) => value || null)
const optionalDay = z.union([z.literal('').transform(() => null), day])
const words = z.array(text)

/** 文件: one file of a pack, with where its content comes from and under which licence. */
const packFile = z.strictObject({ path: text, source: text, licence: text })

/** 城市包清单 (`city.json`): which city this is, and every file of its pack. */
export const manifestSchema = z.strictObject({
  name: text,
  shortName: text,
  code: divisionCode,
  timeZone: z.literal('+08:00'),
  coordinateSystem: z.literal('GCJ-02'),
  bounds: z
    .strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() })
    .refine((box) => box.west < box.east && box.south < box.north, 'west < east and south < north'),
  centre: location,
  plan: z.strictObject({ title: text, number: text, issuedOn: day }),
  files: z.strictObject({
    divisions: packFile,
    divisionAliases: packFile,
    communityCentres: packFile,
    circles: packFile,
    formats: z.array(packFile).min(1),
    services: packFile,
    accessibility: packFile,
    homeEntries: packFile,
    targets: packFile,
    tasks: packFile,
    annex5Form: packFile,
    localReadings: packFile,
    populations: packFile,
    brands: packFile,
  }),
})
export type CityManifest = z.infer<typeof manifestSchema>

/** 行政区划 row: `validUntil` is the first day it is no longer in force, empty while it is. */
export const divisionRow = z.strictObject({
  code: divisionCode,
  name: text,
  shortName: text,
  level: z.enum(divisionLevels),
  parentCode: z.union([z.literal('').transform(() => null), divisionCode]),
  kind: text,
  validFrom: day,
  validUntil: optionalDay,
})
export type DivisionRow = z.infer<typeof divisionRow>

/** 别名 row: another way a document writes one division. */
export const divisionAliasRow = z.strictObject({ alias: text, code: divisionCode, note: z.string() })
export type DivisionAliasRow = z.infer<typeof divisionAliasRow>

/** 中心点: GCJ-02; `approximate` is true until somebody stood there, `source` says where it is from. */
const centre = z.strictObject({ ...location.shape, approximate: z.boolean(), source: text })

export const communityCentreRow = z.strictObject({
  code: divisionCode,
  lng: z.coerce.number(),
  lat: z.coerce.number(),
  approximate: z.enum(['true', 'false']).transform((value) => value === 'true'),
  source: text,
})
export type CommunityCentreRow = z.infer<typeof communityCentreRow>

/** 便民生活圈 as the pack writes it; `code` is its key across reloads, `no` the plan's order. */
export const packCircle = z.strictObject({
  no: z.int().min(1),
  code,
  name: text,
  shortName: text,
  buildYear: z.int().min(2000).max(2100),
  centre,
  communities: z.array(z.strictObject({ code: divisionCode, planName: text, isCentre: z.boolean() })).min(1),
})
export type PackCircle = z.infer<typeof packCircle>

/** 业态: a row of annex 5; `planNames` are the names the plan's text uses for it, `searchWords` what people type. */
const packFormat = z.strictObject({
  code,
  name: text,
  shortName: text,
  tier: z.enum(['basic', 'quality']),
  order: z.int().min(1),
  glyph: code,
  seq: z.int().min(0).max(12),
  planNames: words,
  searchWords: words,
  note: text.optional(),
})
export type PackFormat = z.infer<typeof packFormat>

/** 业态分类 of one version, in force from `validFrom`. */
export const taxonomySchema = z.strictObject({
  version: text,
  validFrom: day,
  source: text,
  formats: z.array(packFormat).min(1),
})
export type Taxonomy = z.infer<typeof taxonomySchema>

/** 叠加服务: `overlay` is done for the customer, `facility` stands there for them. */
export const packService = z.strictObject({
  code,
  name: text,
  kind: z.enum(['overlay', 'facility']),
  searchWords: words,
})
export type PackService = z.infer<typeof packService>

/** 无障碍项目: what a person who cannot climb, squeeze or see asks first. */
export const packAccessibility = z.strictObject({ code, name: text, searchWords: words })
export type PackAccessibility = z.infer<typeof packAccessibility>

/** 首页入口: opens a search over its formats; none listed means all of them. */
export const homeEntry = z.strictObject({
  name: text,
  glyph: code,
  seq: z.int().min(0).max(12),
  tier: z.enum(['basic', 'quality']),
  formats: z.array(code),
})
export type HomeEntry = z.infer<typeof homeEntry>

/** 目标: a figure the plan sets, with the day it falls due (null: no day given). */
export const target = z.strictObject({
  metric: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  text,
  op: z.enum(['>=', '<=']),
  value: z.number(),
  by: z.nullable(day),
  scope: text.nullable(),
})
export type Target = z.infer<typeof target>

/** 任务: a row of annex 3 or 4. Units only; the deadline keeps the plan's own words beside the day read from them. */
export const planTask = z.strictObject({
  code,
  annex: z.union([z.literal(3), z.literal(4)]),
  row: z.int().min(1),
  workItem: text,
  measure: text,
  leadUnits: words.min(1),
  supportUnits: words,
  deadline: z.discriminatedUnion('kind', [
    z.strictObject({ text, kind: z.literal('date'), due: day }),
    z.strictObject({ text, kind: z.literal('ongoing'), due: z.null() }),
  ]),
})
export type PlanTask = z.infer<typeof planTask>

/** 附件 5 调查表: the printed form's labels, in its order. */
export const annex5FormSchema = z.strictObject({
  title: text,
  headerFields: words,
  operatorKinds: z.strictObject({ label: text, options: words, extra: text }),
  developmentForm: z.strictObject({ label: text, options: words }),
  figures: words,
  columns: words,
  rows: z.array(z.strictObject({ tier: text, format: text })),
  notes: words,
})
export type Annex5Form = z.infer<typeof annex5FormSchema>

/** 本地读音: how people here say what a dictionary reads otherwise. */
export const localReading = z.strictObject({
  text,
  pinyin: text,
  wrong: words,
  note: text,
  sources: z.array(z.url()),
})
export type LocalReading = z.infer<typeof localReading>

/** 人口: a census count of one division. */
export const population = z.strictObject({
  code: divisionCode,
  people: z.int().min(0),
  households: z.int().min(0),
  countedOn: day,
  source: text,
})
export type Population = z.infer<typeof population>

const bars = z.string().transform((value) => value.split('|').filter(Boolean))

/** 品牌 row for chain recognition; more than one format code means a person must decide. */
export const brandRow = z.strictObject({
  id: text,
  kind: z.enum(['brand', 'operator']),
  osmCategory: text,
  formatCodes: bars,
  displayName: text,
  brand: optionalText,
  nameZh: optionalText,
  matchNames: bars,
  wikidata: optionalText,
})
export type BrandRow = z.infer<typeof brandRow>

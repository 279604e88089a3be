import * as fc from 'fast-check'
import { jsonSchema } from '../../src/platform/openapi/document.js'

/** The keywords of JSON Schema that contract schemas turn into. */
export interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

export const schemaOf = (schema: object | undefined): JsonSchema =>
  schema ? jsonSchema(schema, 'input') : {}

type Values = fc.Arbitrary<unknown>

/** Values the schema accepts, as far as a JSON schema can tell. */
export function valuesOf(schema: JsonSchema): Values {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf))
  const make = schema.type === undefined ? undefined : makers[schema.type]
  return make ? make(schema) : fc.jsonValue({ maxDepth: 2 })
}

const makers: Record<string, (schema: JsonSchema) => Values> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  string: textOf,
  number: ({ minimum = -1e9, maximum = 1e9 }) =>
    fc.double({ min: minimum, max: maximum, noNaN: true, noDefaultInfinity: true }),
  integer: ({ minimum = -1e9, maximum = 1e9 }) => fc.maxSafeInteger().map((n) => within(n, minimum, maximum)),
  array: ({ items = {}, minItems = 0, maxItems = 4 }) =>
    fc.array(valuesOf(items), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 8)) }),
  object: ({ properties = {}, required = [] }) =>
    fc.record(mapped(properties, valuesOf), { requiredKeys: required }),
}

const within = (n: number, low: number, high: number) => low + (Math.abs(n) % (high - low + 1))

function textOf({ pattern, format, minLength = 0, maxLength = 60 }: JsonSchema): Values {
  if (format === 'date-time') return instants.map((date) => date.toISOString())
  if (format === 'date') return instants.map((date) => date.toISOString().slice(0, 10))
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 60) })
}

const instants = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
})

export const mapped = <A, B>(record: Record<string, A>, change: (value: A, name: string) => B) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)])) as Record<
    string,
    B
  >

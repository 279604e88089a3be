import { buildPath, type Endpoint } from '@yikezhong/shared/http/endpoint'
import * as fc from 'fast-check'
import type { InjectOptions } from 'light-my-request'
import { attackTexts, attackValues, powers, rawQueries, rawSegments } from './attacks.js'
import type { Request } from './requests.js'
import { type JsonSchema, mapped, schemaOf, valuesOf } from './schema-values.js'

/** What to do with one field of a good request. */
type Change = { do: 'keep' } | { do: 'drop' } | { do: 'set'; value: unknown }
type Changes = Record<string, Change>

/** A way to spoil a good request of one endpoint; plain data, so that a failing case can be printed and shrunk. */
export interface Spoiling {
  params: Changes
  query: Changes
  body: Changes
  /** In place of the whole body. */
  wholeBody: Change
  rawQuery: string | undefined
  rawSegment: string | undefined
  extra: boolean
  headers: Record<string, string>
}

const attack = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...attackTexts) },
  fc.constantFrom(...attackValues),
)

const changeOf = (schema: JsonSchema): fc.Arbitrary<Change> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Change>({ do: 'keep' }) },
    { weight: 1, arbitrary: fc.constant<Change>({ do: 'drop' }) },
    {
      weight: 3,
      arbitrary: fc.oneof(valuesOf(schema), attack).map((value): Change => ({ do: 'set', value })),
    },
  )

const changesOf = (schema: object | undefined): fc.Arbitrary<Changes> =>
  fc.record(mapped(schemaOf(schema).properties ?? {}, changeOf))

const headers = fc.record(
  {
    'idempotency-key': fc.constantFrom(
      '',
      'short',
      'k'.repeat(101),
      'good-key-0123456789',
      '面'.repeat(20),
      "' OR 1=1 -- 0000",
    ),
    'x-forwarded-for': fc.constantFrom('::1', '999.1.1.1', 'a'.repeat(500)),
    'accept-language': fc.constantFrom('*', 'xx-XX;q=9'),
    'content-encoding': fc.constantFrom('gzip', 'identity'),
  },
  { requiredKeys: [] },
)

/** Mostly one or two wrong things at a time: a request wrong everywhere is refused at the first of them. */
export const spoilingsOf = (endpoint: Endpoint): fc.Arbitrary<Spoiling> =>
  fc.record({
    params: changesOf(endpoint.params),
    query: changesOf(endpoint.query),
    body: changesOf(endpoint.body),
    wholeBody: fc.oneof(
      { weight: 9, arbitrary: fc.constant<Change>({ do: 'keep' }) },
      attack.map((value): Change => ({ do: 'set', value })),
      valuesOf(schemaOf(endpoint.body)).map((value): Change => ({ do: 'set', value })),
    ),
    rawQuery: rarely(rawQueries),
    rawSegment: endpoint.params ? rarely(rawSegments) : fc.constant(undefined),
    extra: fc.boolean(),
    headers: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, headers),
  })

const rarely = (texts: readonly string[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, fc.constantFrom(...texts))

/** The HTTP request: bytes as they would come over the wire, also those that no URL library would write. */
export function spoil(
  endpoint: Endpoint,
  good: Request,
  how: Spoiling,
  token: string | undefined,
): InjectOptions {
  const params = mapped(apply(good.params, how.params), (value) => encodeText(value))
  const segment = how.rawSegment
  const path = buildPath(
    endpoint.path,
    mapped(params, () => 'SEGMENT'),
  )
  const values = Object.values(params)
  const filled = path.replace(/SEGMENT/g, () => segment ?? values.shift() ?? '')
  const queries = Object.entries(apply(good.query, how.query)).flatMap(([name, value]) => pairs(name, value))
  const query = [...queries, ...(how.rawQuery === undefined ? [] : [how.rawQuery])].join('&')
  return {
    method: endpoint.method,
    url: `/api/v1${filled}${query ? `?${query}` : ''}`,
    headers: {
      ...mapped(how.headers, (value) => Buffer.from(value).toString('latin1')),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(endpoint.body ? { 'content-type': 'application/json' } : {}),
    },
    ...(endpoint.body ? { payload: JSON.stringify(bodyOf(good.body, how)) ?? '' } : {}),
  }
}

function bodyOf(good: unknown, { body, wholeBody, extra }: Spoiling): unknown {
  if (wholeBody.do === 'set') return wholeBody.value
  return { ...apply(good as Record<string, unknown>, body), ...(extra ? powers : {}) }
}

function apply(good: Record<string, unknown> = {}, changes: Changes): Record<string, unknown> {
  const result = { ...good }
  for (const [name, change] of Object.entries(changes)) {
    if (change.do === 'drop') delete result[name]
    if (change.do === 'set') result[name] = change.value
  }
  return result
}

/** `a=1&a=2` for a list and `a[b]=1` for an object, the two ways in which query strings carry structure. */
function pairs(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 5).map((item) => `${name}=${encodeText(item)}`)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([key, item]) => `${name}[${encodeText(key)}]=${encodeText(item)}`)
  return [`${name}=${encodeText(value)}`]
}

/** Percent-encodes bytes, so that a lone surrogate does not throw here instead of arriving there. */
const encodeText = (value: unknown): string =>
  Array.from(Buffer.from(plain(value)), (byte) =>
    /[\w.~-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).padStart(2, '0')}`,
  ).join('')

const plain = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined'))

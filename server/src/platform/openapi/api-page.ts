import { errorCodes } from '@yikezhong/shared/http/error-codes'
import { accessWords, jsonSchema, type NamedEndpoint, refusalsOf } from './document.js'

/** `docs/api.md`: every endpoint with its fields and refusals, for people without a browser at hand. */
export function apiPage(endpoints: readonly NamedEndpoint[]): string {
  const domains = [...new Set(endpoints.map(([, domain]) => domain))]
  const sections = domains.map((domain) => {
    const ofDomain = endpoints.filter(([, candidate]) => candidate === domain)
    return [`## ${domain}`, ...ofDomain.map(endpointSection)].join('\n\n')
  })
  return `${[HEAD, ...sections, errorTable()].join('\n\n')}\n`
}

const HEAD = `# API

Generated from the contracts in \`shared/src\` by \`npm run docs:api\`; do not edit. Paths are relative to \`/api/v1\`. The same as
OpenAPI 3.1: \`/api/openapi.json\`, to try out: \`/api/docs\`.`

function endpointSection([name, , endpoint]: NamedEndpoint): string {
  const fields = [
    ...fieldLines('path', endpoint.params),
    ...fieldLines('query', endpoint.query),
    ...fieldLines('body', endpoint.body),
  ]
  const refusals = endpoint.errors ? [`Refuses with ${refusalsOf(endpoint).map(code).join(', ')}.`] : []
  const key = endpoint.idempotent ? ['Takes an `Idempotency-Key`.'] : []
  return [
    `### ${name}\n\n\`${endpoint.method} ${endpoint.path}\` · ${accessWords(endpoint.access)}\n\n${endpoint.summary}。`,
    ...(fields.length > 0 ? [fields.join('\n')] : []),
    `Answers ${answerOf(endpoint.response)}.`,
    ...[...key, ...refusals],
  ].join('\n\n')
}

const code = (text: string) => `\`${text}\``

interface FieldSchema {
  type?: string | string[]
  pattern?: string
  enum?: unknown[]
  anyOf?: FieldSchema[]
  items?: FieldSchema
  properties?: Record<string, FieldSchema>
  required?: string[]
}

function fieldLines(part: string, schema: object | undefined): string[] {
  if (!schema) return []
  const { properties = {}, required = [] }: FieldSchema = jsonSchema(schema, 'input')
  return Object.entries(properties).map(([name, field]) => {
    const optional = required.includes(name) || part === 'path' ? '' : ', optional'
    return `- ${part} \`${name}\`: ${typeOf(field)}${optional}`
  })
}

function answerOf(response: NamedEndpoint[2]['response']): string {
  return 'mediaType' in response
    ? `a file, ${code(response.mediaType)}`
    : code(typeOf(jsonSchema(response, 'output'), 2))
}

function typeOf(schema: FieldSchema, depth = 1): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map((option) => typeOf(option, depth)))].join(' | ')
  if (schema.items) return `${typeOf(schema.items, depth)}[]`
  if (schema.properties) return depth > 0 ? objectType(schema.properties, depth) : '{…}'
  return Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any')
}

const objectType = (properties: Record<string, FieldSchema>, depth: number) =>
  `{ ${Object.entries(properties)
    .map(([name, field]) => `${name}: ${typeOf(field, depth - 1)}`)
    .join(', ')} }`

function errorTable(): string {
  const rows = Object.entries(errorCodes).map(
    ([name, [status, text]]) => `| \`${name}\` | ${status} | ${text} |`,
  )
  return ['## Refusals', '| code | status | sentence |\n|---|---|---|', ...[rows.join('\n')]]
    .join('\n\n')
    .replace('|---|---|---|\n\n', '|---|---|---|\n')
}

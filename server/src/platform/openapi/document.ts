import type { Access } from '@yikezhong/shared/http/access'
import type { Endpoint } from '@yikezhong/shared/http/endpoint'
import { type ErrorCode, errorCodes } from '@yikezhong/shared/http/error-codes'
import * as z from 'zod'

export type NamedEndpoint = readonly [name: string, domain: string, endpoint: Endpoint]
type Json = Record<string, unknown>

const ERROR_REF = { $ref: '#/components/schemas/Error' }

/** The OpenAPI 3.1 document of every contract: nothing in it is written by hand. */
export function openApiDocument(endpoints: readonly NamedEndpoint[]): Json {
  const paths: Record<string, Json> = {}
  for (const [name, domain, endpoint] of endpoints) {
    const path = `/api/v1${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, domain, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '一刻钟便民生活圈智慧服务平台',
      version: '1.0.0',
      description: '坐标一律为 GCJ-02;金额一律为整数分；时间一律为 UTC ISO 8601;编号一律为字符串。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(endpoints.map(([, domain]) => domain))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: errorSchema },
    },
  }
}

const errorSchema = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', enum: Object.keys(errorCodes) },
    message: { type: 'string' },
    details: {},
    requestId: { type: 'string' },
  },
}

function operation(name: string, domain: string, endpoint: Endpoint): Json {
  return {
    operationId: name,
    tags: [domain],
    summary: endpoint.summary,
    description: `可调用：${accessWords(endpoint.access)}。`,
    security: endpoint.access === 'public' ? [{}, { bearer: [] }] : [{ bearer: [] }],
    parameters: [
      ...parameters('path', endpoint.params),
      ...parameters('query', endpoint.query),
      ...(endpoint.idempotent ? [idempotencyKey] : []),
    ],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: { ...success(endpoint), ...refusals(endpoint) },
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '同一个请求号重复提交只生效一次，并得到同样的回答；保留 48 小时',
  schema: { type: 'string', minLength: 16, maxLength: 100 },
}

const accessNames: Record<string, string> = {
  public: '任何人',
  resident: '居民',
  merchant: '商户成员',
  staff: '工作人员',
  operator: '运营',
  city: '市级',
  district: '区县级',
  subdistrict: '街道级',
  community: '社区级',
}

/** 居民 / 运营、市级工作人员 … */
export const accessWords = (access: Access): string =>
  typeof access === 'string'
    ? (accessNames[access] ?? access)
    : `${access.map((role) => accessNames[role]).join('、')}工作人员`

/** JSON Schema 2020-12 of a contract schema. */
export function jsonSchema(schema: object, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema as z.core.$ZodType, { io, unrepresentable: 'any' })
  return rest
}

function parameters(place: 'path' | 'query', schema: object | undefined): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, type]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: type,
  }))
}

function success({ method, response }: Endpoint): Json {
  const content =
    'mediaType' in response
      ? { [response.mediaType]: { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: jsonSchema(response, 'output') } }
  return { [method === 'POST' ? '201' : '200']: { description: '成功', content } }
}

/** What any endpoint of this kind may refuse with, besides its own. */
export function refusalsOf(endpoint: Endpoint): ErrorCode[] {
  const hasInput = endpoint.params ?? endpoint.query ?? endpoint.body
  const common: (ErrorCode | false)[] = [
    ...(endpoint.errors ?? []),
    hasInput !== undefined && 'VALIDATION_FAILED',
    endpoint.access !== 'public' && 'UNAUTHENTICATED',
    'SESSION_EXPIRED',
    endpoint.access !== 'public' && 'FORBIDDEN',
    endpoint.idempotent === true && 'IDEMPOTENCY_KEY_REUSED',
    endpoint.idempotent === true && 'IDEMPOTENCY_IN_PROGRESS',
    'RATE_LIMITED',
  ]
  return [...new Set(common.filter((code) => code !== false))]
}

function refusals(endpoint: Endpoint): Json {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of refusalsOf(endpoint)) {
    const status = errorCodes[code][0]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const describe = (code: ErrorCode) => `\`${code}\` ${errorCodes[code][1]}`
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map(describe).join('\n\n'),
        content: { 'application/json': { schema: ERROR_REF } },
      },
    ]),
  )
}

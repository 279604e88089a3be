import { buildPath, type Endpoint, type ResponseOf, type SentTo } from '@yikezhong/shared/http/endpoint'
import type { ErrorBody, ErrorCode } from '@yikezhong/shared/http/error-codes'
import { send } from './http'
import type { HttpResponse } from './http-types'

export { NetworkError } from './http-types'

const base = '/api/v1'
const timeoutMs = 10_000

/** The server refused: `code` decides what to do, `message` is the sentence to show, `requestId` the number to quote. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly requestId: string | null = null,
    readonly details?: unknown,
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

interface Session {
  token: () => string | null
  /** Told when the server no longer knows the token. */
  expired: () => void
}

let session: Session = { token: () => null, expired: () => {} }

/** Each app says once where its token is kept. */
export const bindSession = (provider: Session) => {
  session = provider
}

export interface CallOptions {
  idempotencyKey?: string
  timeoutMs?: number
}

/** What a caller sends for an endpoint: numbers and flags in a query may be given as they are. */
type QueryValue = string | number | boolean | null | undefined
type Loose<T> = { [K in keyof T]: T[K] | number | boolean | null }
export type RequestFor<E extends Endpoint> = {
  [K in keyof SentTo<E> as SentTo<E>[K] extends undefined ? never : K]: K extends 'query'
    ? Loose<SentTo<E>[K]>
    : SentTo<E>[K]
}

/** `{ a: 1, b: undefined }` -> `?a=1`. Absent, null and empty values are left out. */
export function queryString(query: Record<string, QueryValue> = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

interface Parts {
  params?: Record<string, string>
  query?: Record<string, QueryValue>
  body?: unknown
}

function transmit(endpoint: Endpoint, request: Parts, options: CallOptions, token: string | null) {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (token) headers.authorization = `Bearer ${token}`
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  return send({
    url: base + buildPath(endpoint.path, request.params) + queryString(request.query),
    method: endpoint.method,
    headers,
    body: request.body === undefined ? undefined : JSON.stringify(request.body),
    timeoutMs: options.timeoutMs ?? timeoutMs,
    binary: 'mediaType' in endpoint.response,
  })
}

function refusal({ status, data }: HttpResponse): ApiError {
  const body = (data ?? {}) as Partial<ErrorBody>
  const code = body.code ?? (status === 503 || status === 502 ? 'SERVICE_UNAVAILABLE' : 'INTERNAL')
  return new ApiError(
    code,
    body.message ?? '服务出了点问题，请稍后再试',
    body.requestId ?? null,
    body.details,
  )
}

/** A wrong dynamic code is answered with 401 too, but the session lives on. */
const endsSession = ({ status, data }: HttpResponse) =>
  status === 401 && ['SESSION_EXPIRED', 'UNAUTHENTICATED'].includes((data as Partial<ErrorBody>)?.code ?? '')

/** Calls an endpoint of the shared contract; rejects with ApiError when the server refuses, NetworkError when it is not reached. */
export async function call<E extends Endpoint>(
  endpoint: E,
  request: RequestFor<E>,
  options: CallOptions = {},
): Promise<ResponseOf<E>> {
  const token = session.token()
  const parts = request as Parts
  let response = await transmit(endpoint, parts, options, token)
  if (token && endsSession(response)) {
    session.expired()
    // what needs no session is still answered, without it
    if (endpoint.access === 'public') response = await transmit(endpoint, parts, options, null)
  }
  if (response.status >= 200 && response.status < 300) return response.data as ResponseOf<E>
  throw refusal(response)
}

/** A new 幂等号: unique is enough, it is no secret. */
export function newIdempotencyKey(): string {
  const part = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')
  return `${Date.now().toString(36)}-${part()}${part()}`
}

import type * as z from 'zod/mini'
import type { Access } from './access.js'
import type { ErrorCode } from './error-codes.js'

type Schema = z.ZodMiniType
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** One HTTP endpoint: the only thing server and clients must agree on. Paths are relative to `/api/v1`. */
export interface Endpoint {
  method: Method
  path: string
  /** One Chinese sentence for the API documentation. */
  summary: string
  access: Access
  params?: Schema
  query?: Schema
  body?: Schema
  /** The JSON answered, or the media type when the answer is a file. */
  response: Schema | MediaType
  /** Refusals particular to this endpoint; validation, session and rate-limit refusals are always possible. */
  errors?: readonly ErrorCode[]
  /** True when the endpoint moves money or stock: an `Idempotency-Key` makes a repeat answer the same. */
  idempotent?: true
  /** True when the answer tells whether a secret was right: callers are counted strictly per address. */
  guessable?: true
}

export interface MediaType {
  mediaType: string
}

export const xlsx: MediaType = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

type Part<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E[K] extends Schema
  ? { [P in K]: z.infer<E[K]> }
  : { [P in K]?: undefined }

/** What a controller receives: params, query and body as the schemas parse them. */
export type RequestOf<E extends Endpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>

type Sent<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E[K] extends Schema
  ? { [P in K]: z.input<E[K]> }
  : { [P in K]?: undefined }

/** A query whose every field may be left out may be left out itself. */
type SentQuery<E extends Endpoint> = E['query'] extends Schema
  ? Record<never, never> extends z.input<E['query']>
    ? { query?: z.input<E['query']> }
    : { query: z.input<E['query']> }
  : { query?: undefined }

/** What a client sends: the same before defaults are filled in. */
export type SentTo<E extends Endpoint> = Sent<E, 'params'> & SentQuery<E> & Sent<E, 'body'>

export type ResponseOf<E extends Endpoint> = E['response'] extends Schema ? z.infer<E['response']> : never

/** Keeps literal types so `RequestOf` and `ResponseOf` can be inferred. */
export const defineEndpoint = <const E extends Endpoint>(endpoint: E): E => endpoint

/** `/coupons/:id` + { id: '7' } -> `/coupons/7`. */
export const buildPath = (path: string, params: Record<string, string> = {}) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

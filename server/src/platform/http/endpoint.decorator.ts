import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Patch,
  Post,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common'
import { RouteConfig } from '@nestjs/platform-fastify'
import type { Endpoint } from '@yikezhong/shared/http/endpoint'
import type { FastifyRequest } from 'fastify'
import { IdempotencyInterceptor } from '../idempotency/idempotency.interceptor.js'
import { parseInput } from './parse-input.js'

const ENDPOINT = Symbol('endpoint')
const verbs = { GET: Get, POST: Post, PATCH: Patch, DELETE: Delete }

/** The contract a controller method was mounted by. */
export const endpointOf = (handler: object): Endpoint | undefined => Reflect.getMetadata(ENDPOINT, handler)

/** Mounts a controller method on the route its shared contract names: 201 for POST, else 200. */
export const Implements = (endpoint: Endpoint) =>
  applyDecorators(
    verbs[endpoint.method](endpoint.path),
    HttpCode(endpoint.method === 'POST' ? 201 : 200),
    SetMetadata(ENDPOINT, endpoint),
    RouteConfig({ endpoint }),
    ...(endpoint.idempotent ? [UseInterceptors(IdempotencyInterceptor)] : []),
  )

/** The request's params, query and body, parsed by the contract; a `RequestOf<typeof endpoint>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const endpoint = endpointOf(context.getHandler())
  if (!endpoint) throw new Error('@Input() needs @Implements(endpoint)')
  return parseInput(endpoint, context.switchToHttp().getRequest<FastifyRequest>())
})

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common'
import type { ErrorBody, ErrorCode } from '@yikezhong/shared/http/error-codes'
import type { FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { DomainError } from './domain-error.js'

/** What Fastify and Nest refuse by themselves, in our words. */
const byStatus: Record<number, ErrorCode> = {
  400: 'VALIDATION_FAILED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  414: 'VALIDATION_FAILED',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  503: 'SERVICE_UNAVAILABLE',
}

/** The database is away or too slow: the person may try again, and the log says which. */
const UNAVAILABLE = new Set([
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'POOL_CLOSED',
])

/**
 * The same as the database numbers them, because the driver knows no names for MariaDB's own: statement limit (1969,
 * MySQL 3024), interrupted (1317), connection killed (1927), shutting down (1053), too many connections (1040).
 */
const UNAVAILABLE_ERRNO = new Set([1969, 3024, 1317, 1927, 1053, 1040])

const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'] as const

/** The only place that writes an error body. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name)

  catch(error: unknown, host: ArgumentsHost) {
    const http = host.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const reply = http.getResponse<FastifyReply>()
    const allowed = isUnmatched(error, request) ? otherMethods(request) : []
    const refusal = allowed.length > 0 ? new DomainError('METHOD_NOT_ALLOWED') : asRefusal(error)
    if (refusal.status >= 500) this.logger.error({ err: error, requestId: request.id })
    if (reply.sent || reply.raw.headersSent) return
    if (allowed.length > 0) reply.header('allow', allowed.join(', '))
    if (refusal.code === 'RATE_LIMITED') reply.header('retry-after', '60')
    reply
      .status(refusal.status)
      .header('content-type', 'application/json; charset=utf-8')
      .send(errorBody(refusal, request.id))
  }
}

/** What a refusal says over the wire. */
export const errorBody = ({ code, message, details }: DomainError, requestId: string): ErrorBody => ({
  code,
  message,
  ...(details === undefined ? {} : { details }),
  requestId,
})

/** No route, or the front end's catch-all, was asked for something under the API. */
const isUnmatched = (error: unknown, request: FastifyRequest) =>
  asRefusal(error).status === 404 &&
  (request.is404 || request.routeOptions.url === '/*') &&
  request.url.startsWith('/api/v1/')

/** The methods by which this path would have been answered. */
function otherMethods({ server, url }: FastifyRequest): string[] {
  const path = url.split('?', 1)[0] ?? ''
  const isMounted = (method: HTTPMethods) => {
    const route = server.findRoute({ method, url: path })
    return route !== null && !('*' in (route.params ?? {}))
  }
  return METHODS.filter(isMounted)
}

/** The refusal a thrown value stands for. */
export function asRefusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (error instanceof HttpException) return new DomainError(byStatus[error.getStatus()] ?? 'INTERNAL')
  const { code, errno, statusCode } = (error ?? {}) as Record<'code' | 'errno' | 'statusCode', unknown>
  const isAway = UNAVAILABLE.has(String(code)) || UNAVAILABLE_ERRNO.has(Number(errno))
  if (isAway) return new DomainError('SERVICE_UNAVAILABLE')
  if (typeof statusCode === 'number') return new DomainError(byStatus[statusCode] ?? 'INTERNAL')
  return new DomainError('INTERNAL')
}

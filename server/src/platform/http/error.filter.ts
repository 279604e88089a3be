import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common'
import type { ErrorBody, ErrorCode } from '@yikezhong/shared/http/error-codes'
import type { FastifyReply, FastifyRequest } from 'fastify'
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
  'ER_STATEMENT_TIMEOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
  'POOL_CLOSED',
])

/** The only place that writes an error body. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name)

  catch(error: unknown, host: ArgumentsHost) {
    const http = host.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const reply = http.getResponse<FastifyReply>()
    const refusal = asRefusal(error)
    if (refusal.status >= 500) this.logger.error({ err: error, requestId: request.id })
    if (reply.sent || reply.raw.headersSent) return
    const body: ErrorBody = {
      code: refusal.code,
      message: refusal.message,
      ...(refusal.details === undefined ? {} : { details: refusal.details }),
      requestId: request.id,
    }
    if (refusal.code === 'RATE_LIMITED') reply.header('retry-after', '60')
    reply.status(refusal.status).header('content-type', 'application/json; charset=utf-8').send(body)
  }
}

/** The refusal a thrown value stands for. */
export function asRefusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (error instanceof HttpException) return new DomainError(byStatus[error.getStatus()] ?? 'INTERNAL')
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown }
  if (typeof code === 'string' && UNAVAILABLE.has(code)) return new DomainError('SERVICE_UNAVAILABLE')
  if (typeof statusCode === 'number') return new DomainError(byStatus[statusCode] ?? 'INTERNAL')
  return new DomainError('INTERNAL')
}

import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import type { ErrorCode } from '@yikezhong/shared/http/error-codes'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { from, lastValueFrom } from 'rxjs'
import { actorName, anonymous } from '../auth/actor.js'
import { Tx } from '../database/tx.js'
import { JsonText, jsonText } from '../http/answer.js'
import { DomainError } from '../http/domain-error.js'
import { canonicalJson } from '../runtime/canonical-json.js'
import { type Claim, IdempotencyStore, type KeyedRequest, type StoredAnswer } from './idempotency-store.js'

const KEY = /^[\x21-\x7e]{16,100}$/

/**
 * Answers a repeated `Idempotency-Key` with the first answer. The handler and the stored answer share one
 * transaction, so a crash leaves both or neither. Faults (5xx) free the key; refusals are answers too.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly store: IdempotencyStore,
    private readonly tx: Tx,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const http = context.switchToHttp()
    const keyed = keyedRequest(http.getRequest<FastifyRequest>())
    return keyed ? from(this.once(keyed, next, http.getResponse<FastifyReply>())) : next.handle()
  }

  private async once(request: KeyedRequest, next: CallHandler, reply: FastifyReply): Promise<unknown> {
    const begun = await this.store.begin(request)
    if ('status' in begun) {
      reply.header('idempotent-replayed', 'true')
      return replay(begun)
    }
    try {
      return await this.tx.run(async () => {
        const value: unknown = await lastValueFrom(next.handle())
        await this.store.finish(begun, { status: reply.statusCode, response: textOf(value) })
        return value
      })
    } catch (error) {
      await this.settle(begun, error)
      throw error
    }
  }

  private settle(claim: Claim, error: unknown): Promise<void> {
    const isAnswer = error instanceof DomainError && error.status < 500 && !UNDECIDED.has(error.code)
    if (!isAnswer) return this.store.release(claim)
    const response = JSON.stringify({ code: error.code, details: error.details })
    return this.store.finish(claim, { status: error.status, response })
  }
}

/** The request never reached a decision, so a better one may follow under the same key. */
const UNDECIDED = new Set<ErrorCode>(['VALIDATION_FAILED', 'IDEMPOTENCY_IN_PROGRESS', 'RATE_LIMITED'])

function keyedRequest(request: FastifyRequest): KeyedRequest | null {
  const key = request.headers['idempotency-key']
  const actor = request.actor ?? anonymous
  // keys of people we cannot tell apart would meet
  if (key === undefined || actor.kind === 'anonymous') return null
  if (typeof key !== 'string' || !KEY.test(key)) {
    const message = '请求号 Idempotency-Key 须为 16 到 100 个 ASCII 字符'
    throw new DomainError('VALIDATION_FAILED', [{ path: 'headers.idempotency-key', message }])
  }
  const { params, query, body } = request
  const route = `${request.method} ${request.routeOptions.url}`
  return { actor: actorName(actor), route, key, content: canonicalJson({ params, query, body }) }
}

const textOf = (value: unknown): string =>
  value instanceof JsonText ? value.text.toString() : JSON.stringify(value)

function replay({ status, response }: StoredAnswer): unknown {
  if (status < 400) return jsonText(response)
  const { code, details } = JSON.parse(response) as { code: ErrorCode; details?: unknown }
  throw new DomainError(code, details)
}

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import type { Access } from '@yikezhong/shared/http/access'
import type { ErrorCode } from '@yikezhong/shared/http/error-codes'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../http/domain-error.js'
import { endpointOf } from '../http/endpoint.decorator.js'
import { RateLimits } from '../http/rate-limits.js'
import { type Actor, anonymous } from './actor.js'
import { Sessions } from './sessions.js'

const BEARER = /^Bearer ([\w-]{16,200})$/i

/** Reads the session and lets in whom the endpoint's `access` names: the one guard of the whole API. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly rateLimits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>()
    const endpoint = endpointOf(context.getHandler())
    if (!endpoint) throw new Error('a route without a contract')
    await this.rateLimits.countAddress(request.ip, endpoint)
    const actor = await this.actorOf(request.headers.authorization)
    request.actor = actor
    if (actor.kind !== 'anonymous') await this.rateLimits.countSession(actor.sessionId)
    const refusal = accessRefusal(endpoint.access, actor)
    if (refusal) throw new DomainError(refusal)
    return true
  }

  private async actorOf(header: string | undefined): Promise<Actor> {
    if (header === undefined) return anonymous
    const token = BEARER.exec(header)?.[1]
    const actor = token ? await this.sessions.resolve(token) : null
    if (!actor) throw new DomainError('SESSION_EXPIRED')
    return actor
  }
}

/** Why this actor may not call an endpoint of this access, or null. */
function accessRefusal(access: Access, actor: Actor): ErrorCode | null {
  if (access === 'public') return null
  if (actor.kind === 'anonymous') return 'UNAUTHENTICATED'
  return isAllowed(access, actor) ? null : 'FORBIDDEN'
}

function isAllowed(access: Exclude<Access, 'public'>, actor: Exclude<Actor, { kind: 'anonymous' }>): boolean {
  if (actor.kind === 'staff')
    return access === 'staff' || (typeof access !== 'string' && access.includes(actor.role))
  if (access === 'merchant') return actor.memberships.length > 0
  return access === 'resident'
}

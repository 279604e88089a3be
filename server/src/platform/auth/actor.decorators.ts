import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../http/domain-error.js'
import { type Actor, anonymous, type ResidentActor, type StaffActor } from './actor.js'

const actorOf = (context: ExecutionContext): Actor =>
  context.switchToHttp().getRequest<FastifyRequest>().actor ?? anonymous

/** Whoever calls, logged in or not. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => actorOf(context),
)

/** The calling resident; refuses anyone else. */
export const CurrentResident = createParamDecorator(
  (_: unknown, context: ExecutionContext): ResidentActor => {
    const actor = actorOf(context)
    if (actor.kind === 'resident') return actor
    throw new DomainError(actor.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
  },
)

/** The calling officer; refuses anyone else. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const actor = actorOf(context)
  if (actor.kind === 'staff') return actor
  throw new DomainError(actor.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
})

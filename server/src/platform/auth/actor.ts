import type { MerchantRole, StaffRole } from '@yikezhong/shared/http/access'

export interface AnonymousActor {
  kind: 'anonymous'
}

/** 居民: also a merchant's member when `memberships` is not empty. */
export interface ResidentActor {
  kind: 'resident'
  sessionId: string
  residentId: string
  memberships: readonly { merchantId: string; role: MerchantRole }[]
}

/** 工作人员, bound to one division that limits what it reads and writes. */
export interface StaffActor {
  kind: 'staff'
  sessionId: string
  staffId: string
  role: StaffRole
  divisionCode: string
  displayName: string
}

/** Whoever is calling. */
export type Actor = AnonymousActor | ResidentActor | StaffActor

export const anonymous: AnonymousActor = { kind: 'anonymous' }

/** `resident:7`, `staff:9` or `anonymous`: how logs of record and keys name an actor. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'resident') return `resident:${actor.residentId}`
  return actor.kind === 'staff' ? `staff:${actor.staffId}` : 'anonymous'
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard. */
    actor?: Actor
  }
}

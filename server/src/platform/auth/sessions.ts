import type { Actor } from './actor.js'

/** Who a bearer token belongs to; the identity floor provides it. */
export abstract class Sessions {
  /** Null when the token is unknown, expired or revoked. */
  abstract resolve(token: string): Promise<Actor | null>
}

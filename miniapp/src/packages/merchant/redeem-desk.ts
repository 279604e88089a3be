import { create } from 'zustand'
import { ApiError, newIdempotencyKey } from '@/lib/api-client'
import type { Redeemed } from './merchant.queries'
import { nextAttempt, type RedeemAttempt } from './redeem-attempt'

/** How the last attempt ended. `unknown`: no answer came back, so the coupon may or may not be redeemed. */
export type RedeemOutcome =
  | { kind: 'done'; redemption: Redeemed; tookMs: number }
  | { kind: 'refused'; error: ApiError }
  | { kind: 'unknown' }

interface RedeemDesk {
  /** The outlet the clerk stands in, chosen on the workbench. */
  outletId: string | null
  attempt: RedeemAttempt | null
  outcome: RedeemOutcome | null
  /** Counts outcomes, so that the result page starts afresh with each. */
  outcomeNo: number
  /** The sheet for the 8 digits is open on the workbench. */
  isTyping: boolean
  setTyping: (isTyping: boolean) => void
  chooseOutlet: (outletId: string) => void
  begin: (code: string, outletId: string) => RedeemAttempt
  finish: (outcome: RedeemOutcome) => void
}

/** 核销台: what the workbench and the result page share while the clerk works through a queue. */
export const useRedeemDesk = create<RedeemDesk>((set, get) => ({
  outletId: null,
  attempt: null,
  outcome: null,
  outcomeNo: 0,
  isTyping: false,
  setTyping: (isTyping) => set({ isTyping }),
  chooseOutlet: (outletId) => set({ outletId }),
  begin: (code, outletId) => {
    const attempt = nextAttempt(get().attempt, { code, outletId }, newIdempotencyKey)
    set({ attempt })
    return attempt
  },
  finish: (outcome) =>
    set(({ attempt, outcomeNo }) => ({
      outcome,
      outcomeNo: outcomeNo + 1,
      attempt: attempt && { ...attempt, isOpen: outcome.kind === 'unknown' },
    })),
}))

/** Refusals of the server are final; anything else leaves the outcome unknown. */
export const outcomeOf = (error: unknown): RedeemOutcome =>
  error instanceof ApiError && !unanswered.has(error.code) ? { kind: 'refused', error } : { kind: 'unknown' }

const unanswered = new Set(['INTERNAL', 'SERVICE_UNAVAILABLE', 'IDEMPOTENCY_IN_PROGRESS'])

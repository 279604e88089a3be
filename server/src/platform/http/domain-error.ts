import { type ErrorCode, errorCodes } from '@yikezhong/shared/http/error-codes'

/** A refusal the caller can act on. Anything else thrown is a bug and answers 500. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details?: unknown,
  ) {
    super(errorCodes[code][1])
    this.name = 'DomainError'
  }

  get status(): number {
    return errorCodes[this.code][0]
  }
}

import type { ErrorCode } from '@yikezhong/shared/http/error-codes'
import { ApiError, NetworkError } from '@/lib/api-client'
import { shortNumber } from '@/lib/format'

export interface Refusal {
  code: ErrorCode | null
  message: string
  /** The number to quote on the phone, or null when nothing was answered. */
  number: string | null
}

/** What to tell the officer about a failed request. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ApiError)
    return {
      code: error.code,
      message: error.message,
      number: error.requestId && shortNumber(error.requestId),
    }
  if (error instanceof NetworkError)
    return { code: null, message: `${error.message}，请检查网络后重试`, number: null }
  return { code: null, message: '页面出了点问题，请重试', number: null }
}

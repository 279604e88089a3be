import { ApiError, NetworkError } from '@/lib/api-client'

/** Why a claim did not work, in one sentence. A lost answer can be tried again: the same key never claims twice. */
export function claimSentence(error: unknown): string {
  if (error instanceof ApiError) return error.message
  if (error instanceof NetworkError) return '没有收到答复，再点一次就行，不会重复领'
  return '这次没有领到，请再试一次'
}

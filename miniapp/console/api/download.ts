import type { Endpoint, MediaType } from '@yikezhong/shared/http/endpoint'
import { call, type RequestFor } from '@/lib/api-client'

const exportTimeoutMs = 60_000

/** Fetches a file with the session's token and hands it to the browser's own download. */
export async function download<E extends Endpoint & { response: MediaType }>(
  endpoint: E,
  request: RequestFor<E>,
  fileName: string,
): Promise<void> {
  const file: unknown = await call(endpoint, request, { timeoutMs: exportTimeoutMs })
  if (!(file instanceof Blob)) throw new Error('the export answered no file')
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Safari reads the blob after the click returns
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

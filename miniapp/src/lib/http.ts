import { type HttpRequest, type HttpResponse, NetworkError } from './http-types'

async function read(response: Response, binary?: boolean): Promise<unknown> {
  if (binary && response.ok) return response.blob()
  const text = await response.text()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Browser transport. The mini-program takes `http.weapp.ts`. */
export async function send(request: HttpRequest): Promise<HttpResponse> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), request.timeoutMs)
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: abort.signal,
    })
    return { status: response.status, data: await read(response, request.binary) }
  } catch {
    throw new NetworkError(abort.signal.aborted)
  } finally {
    clearTimeout(timer)
  }
}

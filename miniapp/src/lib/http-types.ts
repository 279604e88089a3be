export interface HttpRequest {
  url: string
  method: string
  headers: Record<string, string>
  /** Already serialised JSON. */
  body?: string
  timeoutMs: number
  /** A file is answered: hand back its bytes. */
  binary?: boolean
}

export interface HttpResponse {
  status: number
  data: unknown
}

/** Nothing came back: no network, or no answer in time. */
export class NetworkError extends Error {
  constructor(readonly timedOut = false) {
    super(timedOut ? '等了很久没有答复' : '没有连上网络')
    this.name = 'NetworkError'
  }
}

import { answer, type Request, type WxOptions } from './wx'

export interface Exchange {
  method: string
  path: string
  status: number
  body: unknown
}

export interface HttpBridge {
  request: Request
  exchanges: Exchange[]
  /** Requests still under way. */
  pending(): number
  /** While false every request fails the way WeChat says it without a network. */
  online: boolean
}

/** `wx.request` carried to a running server: the path is kept, host and port are those of the server. */
export function bridgeTo(serverUrl: string): HttpBridge {
  let underWay = 0
  const bridge: HttpBridge = {
    exchanges: [],
    online: true,
    pending: () => underWay,
    request(options) {
      const abort = new AbortController()
      underWay += 1
      void exchange(serverUrl, options, bridge, abort.signal).finally(() => {
        underWay -= 1
      })
      return { abort: () => abort.abort() }
    },
  }
  return bridge
}

async function exchange(serverUrl: string, options: WxOptions, bridge: HttpBridge, signal: AbortSignal) {
  const method = String(options.method ?? 'GET')
  const url = wanted(serverUrl, method, options)
  const body = method === 'GET' || options.data === undefined ? null : bodyOf(options.data)
  try {
    if (!bridge.online) throw new Error('network is off')
    const headers = options.header as Record<string, string>
    const response = await fetch(url, { method, signal, headers, body })
    const data = parsed(await response.text())
    bridge.exchanges.push({ method, path: url.pathname, status: response.status, body: data })
    answer(options, {
      data,
      statusCode: response.status,
      header: plain(response.headers),
      errMsg: 'request:ok',
    })
  } catch (error) {
    answer(options, { errno: 600001, errMsg: `request:fail ${(error as Error).message}` }, true)
  }
}

function plain(headers: Headers) {
  const header: Record<string, string> = {}
  headers.forEach((value, name) => {
    header[name] = value
  })
  return header
}

function wanted(serverUrl: string, method: string, options: WxOptions): URL {
  const asked = new URL(String(options.url), serverUrl)
  const url = new URL(asked.pathname + asked.search, serverUrl)
  if (method === 'GET')
    for (const [name, value] of Object.entries((options.data as Record<string, unknown>) ?? {}))
      url.searchParams.set(name, String(value))
  return url
}

const bodyOf = (data: unknown): string => (typeof data === 'string' ? data : JSON.stringify(data))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

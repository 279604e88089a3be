import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

export type Headers = Readonly<Record<string, string>>

interface Page {
  /** What `index.html` says: its inline scripts are allowed by their hash. */
  html?: string
  isProduction: boolean
}

/** What a browser heeds on an answer that is data; every header written costs about 1 % of a small answer. */
const FOR_JSON = new Set([
  'content-security-policy',
  'cross-origin-resource-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
])

/**
 * Security headers worked out once at boot: helmet per request costs 40 % of a list's throughput, and nothing in
 * them depends on the request.
 */
export function apiHeaders(isProduction: boolean): Headers {
  const directives = {
    defaultSrc: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'none'"],
    baseUri: ["'none'"],
  }
  const all = Object.entries(record(directives, isProduction))
  return { ...Object.fromEntries(all.filter(([name]) => FOR_JSON.has(name))), 'cache-control': 'no-store' }
}

/** For the two front ends and the API page: nothing is loaded from, or sent to, another host. */
export function pageHeaders({ html = '', isProduction }: Page): Headers {
  return record(
    {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...inlineScriptHashes(html)],
      scriptSrcAttr: ["'none'"],
      // Taro and antd write style attributes and <style> elements while running: no hash can name those
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", 'data:', 'blob:'],
      workerSrc: ["'self'", 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
    },
    isProduction,
  )
}

/** `'sha256-…'` of every inline script of a page. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)
  return [...scripts].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}

function record(directives: Record<string, string[]>, isProduction: boolean): Headers {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string | number | readonly string[]) => {
      headers[name.toLowerCase()] = String(value)
    },
    removeHeader: () => {},
  }
  const apply = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    // only TLS deployments may promise TLS; plain http on a laptop must stay reachable
    strictTransportSecurity: isProduction,
    xXssProtection: false,
  })
  apply({} as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error) throw error
  })
  return headers
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../http/domain-error.js'
import { type Headers, pageHeaders } from './security-headers.js'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pbf': 'application/x-protobuf',
  '.wasm': 'application/wasm',
  '.map': 'application/json; charset=utf-8',
}
const COMPRESSED = /^(text\/|application\/(json|geo\+json|x-protobuf|wasm)|image\/svg)/
/** webpack's `app.1a2b3c4d.js`, and what Vite puts into `assets/`; a name that merely looks long must not be kept. */
const HASHED = /\.[0-9a-f]{8}\.\w+$|\/assets\/[^/]+-[\w-]{8}\.\w+$/
const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

interface Asset {
  path: string
  headers: Headers
  /** Filled on first use, then kept: a front end is a few megabytes. */
  bodies: Partial<Record<'br' | 'gzip' | 'identity', Promise<Buffer>>>
}

export interface FrontEnd {
  /** `/` or `/console/`. */
  prefix: string
  folder: string
  isProduction: boolean
  /** Paths without a file of their own are pages of the app: they answer `index.html`. */
  hasPages: boolean
}

/**
 * Serves one built front end. Its files are listed at boot, so a request can only name one of them.
 */
export class StaticFrontEnd {
  private readonly assets = new Map<string, Asset>()

  constructor(private readonly site: FrontEnd) {
    if (!existsSync(join(site.folder, 'index.html'))) return
    const html = readFileSync(join(site.folder, 'index.html'), 'utf8')
    const secure = pageHeaders({ html, isProduction: site.isProduction })
    for (const path of filesUnder(site.folder)) this.assets.set(this.urlOf(path), describeAsset(path, secure))
  }

  get isBuilt(): boolean {
    return this.assets.size > 0
  }

  mount(fastify: FastifyInstance) {
    const answer = (request: FastifyRequest, reply: FastifyReply) => this.answer(request, reply)
    fastify.get(`${this.site.prefix}*`, answer)
    if (this.site.prefix !== '/') {
      const bare = this.site.prefix.slice(0, -1)
      fastify.get(bare, (_, reply) => reply.redirect(this.site.prefix, 301))
    }
  }

  private urlOf(file: string): string {
    return this.site.prefix + relative(this.site.folder, file).split(sep).join('/')
  }

  private async answer(request: FastifyRequest, reply: FastifyReply) {
    const path = decodePath(request.url)
    const asset = this.assets.get(path) ?? this.pageFor(path)
    if (!asset)
      throw new DomainError('NOT_FOUND', this.isBuilt ? undefined : '前端还没有构建，请先运行 npm run build')
    reply.headers(asset.headers)
    if (request.headers['if-none-match'] === asset.headers.etag) return reply.status(304).send()
    const encoding = chooseEncoding(asset, String(request.headers['accept-encoding'] ?? ''))
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    asset.bodies[encoding] ??= readBody(asset.path, encoding)
    return reply.send(await asset.bodies[encoding])
  }

  private pageFor(path: string): Asset | undefined {
    const isPage = path === this.site.prefix || (this.site.hasPages && extname(path) === '')
    return isPage ? this.assets.get(`${this.site.prefix}index.html`) : undefined
  }
}

function describeAsset(path: string, secure: Headers): Asset {
  const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream'
  const { size, mtimeMs } = statSync(path)
  const isFixed = HASHED.test(path) && extname(path) !== '.html'
  const headers: Headers = {
    ...secure,
    'content-type': type,
    'cache-control': isFixed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
    ...(COMPRESSED.test(type) ? { vary: 'accept-encoding' } : {}),
  }
  return { path, headers, bodies: {} }
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

function decodePath(url: string): string {
  const path = url.split('?', 1)[0] ?? '/'
  try {
    return decodeURIComponent(path)
  } catch {
    throw new DomainError('NOT_FOUND')
  }
}

function chooseEncoding(asset: Asset, accepted: string): 'br' | 'gzip' | 'identity' {
  if (!asset.headers.vary) return 'identity'
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

async function readBody(path: string, encoding: 'br' | 'gzip' | 'identity'): Promise<Buffer> {
  const body = readFileSync(path)
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return gzipped(body)
  return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}

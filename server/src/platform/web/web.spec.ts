import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { startTestApp } from '../../../test/app.js'
import { platformOnly } from '../../../test/platform-only.js'
import { inlineScriptHashes } from './security-headers.js'

const INLINE = 'window.start = 1'
const PAGE = `<!doctype html><script>${INLINE}</script><script src="/js/app.1a2b3c4d.js"></script>`
const folder = mkdtempSync(join(tmpdir(), 'yikezhong-web-'))

let app: NestFastifyApplication
beforeAll(async () => {
  mkdirSync(join(folder, 'h5/js'), { recursive: true })
  writeFileSync(join(folder, 'h5/index.html'), PAGE)
  writeFileSync(join(folder, 'h5/js/app.1a2b3c4d.js'), 'let 一刻钟 = 1')
  writeFileSync(join(folder, 'h5/maplibre-gl-worker.mjs'), 'export {}')
  mkdirSync(join(folder, 'console/assets'), { recursive: true })
  writeFileSync(join(folder, 'console/assets/Map-BP1x3fks.js'), 'export {}')
  writeFileSync(join(folder, 'console/index.html'), '<!doctype html><title>console</title>')
  app = await startTestApp({ root: platformOnly(), frontEnds: folder })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('the front ends', () => {
  it('serve a page under a strict policy that knows its inline script', async () => {
    const answer = await app.inject('/')
    expect(answer.body).toBe(PAGE)
    expect(answer.headers['cache-control']).toBe('no-cache')
    const policy = String(answer.headers['content-security-policy'])
    const scripts = policy.split(';').find((directive) => directive.startsWith('script-src '))
    expect(scripts).toBe(`script-src 'self' ${inlineScriptHashes(PAGE)[0]}`)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it('keep hashed files for ever, compressed', async () => {
    const answer = await app.inject({
      url: '/js/app.1a2b3c4d.js',
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(answer.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(answer.headers['cache-control']).toContain('immutable')
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe('let 一刻钟 = 1')
  })

  it('ask again for a file whose name only looks like a hash: it changes with the next build', async () => {
    const cached = async (url: string) => (await app.inject(url)).headers['cache-control']
    expect(await cached('/maplibre-gl-worker.mjs')).toBe('no-cache')
    expect(await cached('/console/assets/Map-BP1x3fks.js')).toContain('immutable')
  })

  it('serve .mjs as JavaScript and answer 304 to what is known', async () => {
    const first = await app.inject('/maplibre-gl-worker.mjs')
    expect(first.headers['content-type']).toContain('text/javascript')
    const headers = { 'if-none-match': String(first.headers.etag) }
    expect((await app.inject({ url: '/maplibre-gl-worker.mjs', headers })).statusCode).toBe(304)
  })

  it('answer the console for its pages and 404 for its missing files', async () => {
    expect((await app.inject('/console/outlets/7')).body).toContain('console')
    expect((await app.inject('/console')).headers.location).toBe('/console/')
    expect((await app.inject('/console/missing.js')).json().code).toBe('NOT_FOUND')
  })

  it.each(['/..%2f..%2fpackage.json', '/%2e%2e/package.json', '/js/..%5c..%5cx', '/%00', '/%ff', '/nothing'])(
    'do not serve %s',
    async (url) => {
      const answer = await app.inject(url)
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
    },
  )
})

it('a server without built front ends says so and still answers the API', async () => {
  const bare = await startTestApp({ root: platformOnly(), frontEnds: join(folder, 'none') })
  const answer = await bare.inject('/')
  expect(answer.statusCode).toBe(404)
  expect(answer.json().details).toContain('npm run build')
  expect((await bare.inject('/health/live')).statusCode).toBe(200)
  await bare.close()
})

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Headers, pageHeaders } from '../web/security-headers.js'
import { type NamedEndpoint, openApiDocument } from './document.js'

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    <title>一刻钟接口文档</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

const START = `window.ui = SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  validatorUrl: null,
})
`

/** `/api/openapi.json` and its page `/api/docs`, all from this machine. */
export function mountDocs(
  fastify: FastifyInstance,
  endpoints: readonly NamedEndpoint[],
  isProduction: boolean,
) {
  const document = JSON.stringify(openApiDocument(endpoints))
  const secure = pageHeaders({ isProduction })
  const serve = (url: string, type: string, read: () => string) => {
    const headers: Headers = {
      ...secure,
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
    }
    fastify.get(url, (_, reply) => reply.headers(headers).send(read()))
  }
  serve('/api/openapi.json', 'application/json', () => document)
  serve('/api/docs', 'text/html', () => PAGE)
  serve('/api/docs/start.js', 'text/javascript', () => START)
  serve('/api/docs/swagger-ui.css', 'text/css', () => swaggerFile('swagger-ui.css'))
  serve('/api/docs/swagger-ui-bundle.js', 'text/javascript', () => swaggerFile('swagger-ui-bundle.js'))
}

function swaggerFile(name: string): string {
  const { resolve } = createRequire(import.meta.url)
  return readFileSync(join(resolve('swagger-ui-dist/package.json'), '..', name), 'utf8')
}

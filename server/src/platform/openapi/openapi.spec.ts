import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { endpoints } from '@yikezhong/shared/registry'
import { startTestApp } from '../../../test/app.js'
import { platformOnly } from '../../../test/platform-only.js'
import { apiPage } from './api-page.js'

interface Operation {
  operationId: string
  parameters: { name: string; in: string }[]
  responses: Record<string, unknown>
  requestBody?: unknown
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
}

let app: NestFastifyApplication
let document: Document
beforeAll(async () => {
  app = await startTestApp({ root: platformOnly() })
  document = (await app.inject('/api/openapi.json')).json()
})
afterAll(() => app.close())

describe('/api/openapi.json', () => {
  it('is OpenAPI 3.1 with every endpoint once', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(operations).toHaveLength(endpoints.length)
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(endpoints.length)
  })

  it('declares every path parameter and an error for every endpoint', () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const operation of Object.values(operations)) {
        const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
        expect(declared.map((parameter) => parameter.name).sort()).toEqual(named.sort())
        expect(Object.keys(operation.responses)).toContain('429')
      }
    }
  })

  it('points nowhere that is not there', () => {
    const text = JSON.stringify(document)
    const refs = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer]) => pointer ?? '')
    const resolve = (pointer: string) =>
      pointer.split('/').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], document)
    expect(refs.length).toBeGreaterThan(0)
    for (const ref of new Set(refs)) expect(resolve(ref)).toBeDefined()
  })

  it('has a page without inline scripts', async () => {
    const page = await app.inject('/api/docs')
    expect(page.headers['content-security-policy']).toContain("script-src 'self';")
    expect(page.body).not.toMatch(/<script>/)
    for (const file of ['start.js', 'swagger-ui.css', 'swagger-ui-bundle.js']) {
      expect((await app.inject(`/api/docs/${file}`)).statusCode).toBe(200)
    }
  })
})

it('docs/api.md names every endpoint', () => {
  const page = apiPage(endpoints)
  for (const [name, , endpoint] of endpoints) {
    expect(page).toContain(`### ${name}\n\n\`${endpoint.method} ${endpoint.path}\``)
  }
})

import { Controller } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { defineEndpoint, type RequestOf } from '@yikezhong/shared/http/endpoint'
import { page, pageQuery } from '@yikezhong/shared/http/page'
import { id } from '@yikezhong/shared/http/primitives'
import * as z from 'zod/mini'
import { call, startTestApp } from '../../../test/app.js'
import { platformOnly, tokens } from '../../../test/platform-only.js'
import { CurrentResident } from '../auth/actor.decorators.js'
import type { ResidentActor } from '../auth/actor.js'
import { jsonText } from './answer.js'
import { Implements, Input } from './endpoint.decorator.js'

const echo = defineEndpoint({
  method: 'POST',
  path: '/echoes/:id',
  summary: 'echo',
  access: 'public',
  params: z.object({ id }),
  query: z.object(pageQuery),
  body: z.object({ text: z.string().check(z.maxLength(10)) }),
  response: z.object({ text: z.string(), limit: z.optional(z.int()) }),
})
const mine = defineEndpoint({
  method: 'GET',
  path: '/mine',
  summary: 'mine',
  access: 'resident',
  response: page(z.object({ id })),
})
const broken = defineEndpoint({
  method: 'GET',
  path: '/broken',
  summary: 'answers what its contract does not say',
  access: 'public',
  response: z.object({ n: z.int() }),
})

@Controller()
class EchoController {
  @Implements(echo)
  echo(@Input() { body, query }: RequestOf<typeof echo>) {
    return { text: body.text, limit: query.limit }
  }

  @Implements(mine)
  mine(@CurrentResident() resident: ResidentActor) {
    return jsonText(`{"items":[{"id":"${resident.residentId}"}],"nextCursor":null}`)
  }

  @Implements(broken)
  broken() {
    return { n: 'not a number' }
  }
}

let app: NestFastifyApplication
beforeAll(async () => {
  app = await startTestApp({ root: platformOnly({ controllers: [EchoController] }) })
})
afterAll(() => app.close())

describe('an endpoint', () => {
  it('parses params, query and body and answers 201 for POST', async () => {
    const answer = await call(app, echo, { params: { id: '7' }, query: { limit: '3' }, body: { text: '𠮷' } })
    expect(answer).toMatchObject({ status: 201, body: { text: '𠮷', limit: 3 } })
  })

  it('names every issue of a bad request, in Chinese', async () => {
    const answer = await call(app, echo, {
      params: { id: 'x' },
      query: { limit: '0' },
      body: { text: 'far too long for this' },
    })
    expect(answer.status).toBe(400)
    expect(answer.error.code).toBe('VALIDATION_FAILED')
    const details = answer.error.details as { path: string; message: string }[]
    expect(details.map((issue) => issue.path)).toEqual(['params.id', 'query.limit', 'body.text'])
    expect(details[1]?.message).toContain('查询参数 limit')
  })

  it('takes an empty query value as absent and refuses a repeated key', async () => {
    const post = (query: string) =>
      app.inject({ method: 'POST', url: `/api/v1/echoes/7?${query}`, payload: { text: 'a' } })
    expect((await post('limit=&utm=1')).statusCode).toBe(201)
    expect((await post('limit=1&limit=2')).json().code).toBe('VALIDATION_FAILED')
  })

  it.each([
    ['malformed JSON', '{"text":', 'application/json', 400, 'VALIDATION_FAILED'],
    ['a prototype', '{"__proto__":{"a":1},"text":"a"}', 'application/json', 400, 'VALIDATION_FAILED'],
    ['no JSON', '<a/>', 'text/xml', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['too much', `{"text":"${'a'.repeat(2 << 20)}"}`, 'application/json', 413, 'BODY_TOO_LARGE'],
  ])('refuses %s', async (_, payload, type, status, code) => {
    const url = '/api/v1/echoes/7'
    const answer = await app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ code, requestId: expect.any(String) })
  })

  it('answers 404 in the same words for an unknown route', async () => {
    const answer = await app.inject('/api/v1/nothing-here')
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('lets in whom `access` names', async () => {
    expect((await call(app, mine, {})).error.code).toBe('UNAUTHENTICATED')
    expect((await call(app, mine, {}, tokens.officer)).error.code).toBe('FORBIDDEN')
    expect((await call(app, mine, {}, tokens.resident)).body.items).toEqual([{ id: '7' }])
    expect((await call(app, mine, {}, 'forged-token-0000000000')).error.code).toBe('SESSION_EXPIRED')
  })

  it('refuses a bad token even where none is needed', async () => {
    const request = { params: { id: '7' }, query: {}, body: { text: 'a' } }
    expect((await call(app, echo, request, 'forged-token-0000000000')).status).toBe(401)
  })

  it('fails when a controller breaks its contract', async () => {
    expect((await call(app, broken, {})).error.code).toBe('INTERNAL')
  })
})

import { Controller } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { defineEndpoint, type RequestOf } from '@yikezhong/shared/http/endpoint'
import { DataSource } from 'typeorm'
import * as z from 'zod/mini'
import { startTestApp } from '../../../test/app.js'
import { platformOnly, tokens } from '../../../test/platform-only.js'
import { Implements, Input } from '../http/endpoint.decorator.js'

const CANARY = '13912345678'
const whisper = defineEndpoint({
  method: 'POST',
  path: '/whispers/:word',
  summary: 'personal data everywhere',
  access: 'public',
  params: z.object({ word: z.string() }),
  body: z.object({ phone: z.string(), how: z.string() }),
  response: z.object({ phone: z.string() }),
})

@Controller()
class WhisperController {
  constructor(private readonly dataSource: DataSource) {}

  @Implements(whisper)
  async whisper(@Input() { body }: RequestOf<typeof whisper>) {
    if (body.how === 'duplicate') {
      const insert = "INSERT INTO job_lease VALUES (?, '', NOW(3), NOW(3))"
      await this.dataSource.query(insert, [body.phone])
      await this.dataSource.query(insert, [body.phone])
    }
    if (body.how === 'slow') await this.dataSource.query('SELECT SLEEP(2), ?', [body.phone])
    return { phone: body.phone }
  }
}

let app: NestFastifyApplication
let lines: string[] = []
beforeAll(async () => {
  app = await startTestApp({
    root: platformOnly({ controllers: [WhisperController] }),
    env: { LOG_LEVEL: 'trace', QUERY_TIMEOUT_MS: '300' },
    logStream: { write: (line) => void lines.push(line) },
  })
})
afterAll(() => app.close())
beforeEach(() => {
  lines = []
})

const send = (how: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/api/v1/whispers/${CANARY}?phone=${CANARY}`,
    headers: { authorization: `Bearer ${tokens.resident}`, 'user-agent': CANARY, ...headers },
    payload: { phone: CANARY, how },
  })

describe('the log', () => {
  it('has one line per request, with the route pattern and a hash of the caller', async () => {
    await send('well', { 'x-request-id': 'from-the-proxy-1' })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      id: 'from-the-proxy-1',
      method: 'POST',
      route: '/api/v1/whispers/:word',
      status: 201,
      actor: expect.stringMatching(/^resident:[0-9a-f]{8}$/),
    })
  })

  it('never holds a phone number, a token or a body, not even when the database complains', async () => {
    for (const how of ['well', 'duplicate']) await send(how)
    await app.inject({ url: `/api/v1/whispers/${CANARY}`, headers: { authorization: `Bearer ${CANARY}` } })
    const text = lines.join('')
    expect(text).toContain('Duplicate entry')
    expect(text).not.toContain(CANARY)
    expect(text).not.toContain(tokens.resident)
  })

  it('tells of a slow query without its values', async () => {
    expect((await send('slow')).statusCode).toBe(503)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(lines.join('')).not.toContain(CANARY)
  })

  it('does not take a request id that is not plain', async () => {
    const answer = await send('well', { 'x-request-id': 'a"}\\n{"forged":1' })
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{6}-\w+$/)
  })
})

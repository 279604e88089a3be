import type { FastifyInstance } from 'fastify'
import type { Headers } from '../web/security-headers.js'
import type { ReadinessCheck } from './readiness.js'

/** `/health/live`: the process runs. `/health/ready`: send it requests, or the reason not to. */
export function mountHealth(fastify: FastifyInstance, readiness: ReadinessCheck, headers: Headers) {
  fastify.get('/health/live', (_, reply) => reply.headers(headers).send({ status: 'live' }))
  fastify.get('/health/ready', async (_, reply) => {
    const { ready, reasons, warnings } = await readiness.check()
    const body = { status: ready ? 'ready' : 'not ready', reasons, warnings }
    return reply
      .status(ready ? 200 : 503)
      .headers(headers)
      .send(body)
  })
}

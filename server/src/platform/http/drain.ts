import type { FastifyInstance } from 'fastify'

/**
 * While closing, a connection ends as soon as its request is answered: Node closes only those that are idle at the
 * moment of closing, and would wait a minute for the keep-alive of the others.
 */
export function endConnectionsOnClose(fastify: FastifyInstance) {
  let isClosing = false
  fastify.addHook('preClose', (done) => {
    isClosing = true
    done()
  })
  fastify.addHook('onResponse', (_request, _reply, done) => {
    if (isClosing) setImmediate(() => fastify.server.closeIdleConnections())
    done()
  })
}

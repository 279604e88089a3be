import type { FastifyInstance } from 'fastify'
import { anonymous } from '../auth/actor.js'
import type { Config } from '../config/config.js'
import type { Metrics } from '../metrics/metrics.js'
import { ActorLabels, type Log } from './logger.js'

/**
 * One line per request: the route's pattern instead of its address, a hash instead of the caller; never a body, a
 * token or a query string.
 */
export function logRequests(fastify: FastifyInstance, log: Log, metrics: Metrics, config: Config) {
  const labels = new ActorLabels(config)
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched'
    const ms = Math.round(reply.elapsedTime * 10) / 10
    const status = reply.statusCode
    metrics.observe(request.method, route, status, ms / 1000)
    const line = {
      id: request.id,
      method: request.method,
      route,
      status,
      ms,
      actor: labels.of(request.actor ?? anonymous),
    }
    if (status >= 500) log.error(line)
    else log.info(line)
    done()
  })
}

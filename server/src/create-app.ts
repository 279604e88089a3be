import 'reflect-metadata'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { endpoints } from '@yikezhong/shared/registry'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DestinationStream } from 'pino'
import { AppModule } from './app.module.js'
import type { Config } from './platform/config/config.js'
import { mountHealth } from './platform/health/health.routes.js'
import { ReadinessCheck } from './platform/health/readiness.js'
import { ApiAdapter } from './platform/http/api-adapter.js'
import { endConnectionsOnClose } from './platform/http/drain.js'
import { asRefusal, errorBody } from './platform/http/error.filter.js'
import { logRequests } from './platform/logging/access-log.js'
import { NestLog, openLog } from './platform/logging/logger.js'
import { requestId } from './platform/logging/request-id.js'
import { Metrics } from './platform/metrics/metrics.js'
import { mountDocs } from './platform/openapi/docs.routes.js'
import { StaticFrontEnd } from './platform/web/front-end.js'
import { apiHeaders, type Headers } from './platform/web/security-headers.js'

const BODY_LIMIT = 1 << 20
const builtFrontEnds = join(dirname(fileURLToPath(import.meta.url)), '../../miniapp/dist')

interface AppOptions {
  /** Replaces `AppModule`: for the platform's own specs. */
  root?: DynamicModule
  /** Where log lines go instead of standard output. */
  logStream?: DestinationStream
  /** Where the built front ends are. */
  frontEnds?: string
}

/** Builds the server without listening. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<NestFastifyApplication> {
  const { root = AppModule.forRoot(config), logStream, frontEnds = builtFrontEnds } = options
  const log = openLog(config, logStream)
  const app = await NestFactory.create<NestFastifyApplication>(root, newAdapter(config), {
    logger: new NestLog(log),
    rawBody: true,
    abortOnError: false,
  })
  app.setGlobalPrefix('api/v1')
  const isProduction = config.NODE_ENV === 'production'
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance()
  const headers = apiHeaders(isProduction)
  sendHeaders(fastify, headers)
  endConnectionsOnClose(fastify)
  logRequests(fastify, log, app.get(Metrics), config)
  mountHealth(fastify, app.get(ReadinessCheck), headers)
  mountDocs(fastify, endpoints, isProduction)
  const sites = [
    { prefix: '/', folder: join(frontEnds, 'h5'), isProduction, hasPages: false },
    { prefix: '/console/', folder: join(frontEnds, 'console'), isProduction, hasPages: true },
  ]
  for (const site of sites) new StaticFrontEnd(site).mount(fastify)
  return app
}

function newAdapter(config: Config): ApiAdapter {
  return new ApiAdapter({
    logger: false,
    genReqId: requestId,
    trustProxy: (_address: string, hop: number) => hop < config.TRUST_PROXY,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    // a body that trickles in is given up after this long; without a limit it holds its socket for ever
    requestTimeout: 30_000,
    keepAliveTimeout: 61_000,
    // while closing, requests on open connections are still answered
    return503OnClosing: false,
    // we use no Express-style middleware: not looking for any saves time on every request
    skipMiddie: true,
    // a URL that cannot be decoded is refused by the router, before any hook or filter
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const refusal = asRefusal(error)
      reply.status(refusal.status).header('x-request-id', request.id).send(errorBody(refusal, request.id))
    },
  })
}

function sendHeaders(fastify: FastifyInstance, api: Headers) {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/v1/')) reply.headers(api)
    done()
  })
}

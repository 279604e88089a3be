import 'reflect-metadata'
import type { DynamicModule } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { AppModule } from './app.module.js'
import type { Config } from './platform/config/config.js'
import { ApiAdapter } from './platform/http/api-adapter.js'

const BODY_LIMIT = 1 << 20

/** Builds the server without listening; `root` is replaced only by the platform's own tests. */
export async function createApp(config: Config, root: DynamicModule = AppModule.forRoot(config)) {
  const adapter = new ApiAdapter({
    logger: false,
    trustProxy: (_address: string, hop: number) => hop < config.TRUST_PROXY,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
  })
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: ['error', 'warn'],
    rawBody: true,
    abortOnError: false,
  })
  app.setGlobalPrefix('api/v1')
  return app
}

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { Metrics } from './metrics.js'

/** `/metrics` on a port of its own that only this machine reaches. */
@Injectable()
export class MetricsServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MetricsServer.name)
  private server: Server | undefined

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap() {
    if (this.config.METRICS_PORT === 0) return
    this.metrics.start()
    this.server = createServer((request, response) => {
      if (request.url !== '/metrics') return void response.writeHead(404).end()
      this.metrics.registry.metrics().then(
        (text) => response.setHeader('content-type', this.metrics.registry.contentType).end(text),
        (error) => {
          this.logger.error(error)
          response.writeHead(500).end()
        },
      )
    })
    this.server.listen(this.config.METRICS_PORT, '127.0.0.1')
    await once(this.server, 'listening')
  }

  onApplicationShutdown() {
    this.server?.close()
    this.server?.closeAllConnections()
  }
}

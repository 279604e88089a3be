import { createApp } from './create-app.js'
import { loadConfig } from './platform/config/config.js'
import { ReadinessCheck } from './platform/health/readiness.js'

const SHUTDOWN_LIMIT_MS = 10_000

const config = loadConfig(process.env)
const app = await createApp(config)
await app.listen(config.PORT, config.HOST)
process.send?.('ready')

/** Requests in flight are answered and jobs stopped; what has not finished by the limit is cut off. */
async function shutDown() {
  setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref()
  app.get(ReadinessCheck).beginShutdown()
  await app.close()
  process.exit(0)
}

let isStopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    void shutDown()
  })
}

import { createApp } from './create-app.js'
import { loadConfig } from './platform/config/config.js'

const config = loadConfig(process.env)
const app = await createApp(config)
app.enableShutdownHooks()
await app.listen(config.PORT, config.HOST)
process.send?.('ready')

const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { startServer } = require('./server.cjs')

const built = ['server/dist/main.js', 'miniapp/dist/weapp/app.json', 'miniapp/dist/h5/index.html']

/** Starts the built server on a database of its own; specs find it under E2E_SERVER_URL. */
module.exports = async () => {
  const missing = built.filter((file) => !existsSync(join(__dirname, '../..', file)))
  if (missing.length > 0) throw new Error(`not built: ${missing.join(', ')}. Run npm run build first.`)
  if (process.env.E2E_SERVER_URL) return
  const server = await startServer()
  process.env.E2E_SERVER_URL = server.url
  globalThis.yikezhongServer = server
}

const { startServer } = require('./server.cjs')

/** Starts the built server on a database of its own; specs find it under E2E_SERVER_URL. */
module.exports = async () => {
  if (process.env.E2E_SERVER_URL) return
  const server = await startServer()
  process.env.E2E_SERVER_URL = server.url
  globalThis.yikezhongServer = server
}

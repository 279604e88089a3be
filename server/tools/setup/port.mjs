import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The port to serve on: `PORT`, waiting for an earlier server of ours that is still finishing its requests; or 3000,
 * or any free one.
 */
export async function choosePort(wanted = process.env.PORT) {
  if (!wanted) return (await freePort(3000)) ?? (await freePort(0))
  const port = Number(wanted)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT=${wanted} is no port number.`)
  for (let wait = 0; wait < 15_000; wait += 250) {
    const found = await freePort(port)
    if (found) return found
    await sleep(250)
  }
  throw new Error(`Port ${port} is taken: stop what listens there, or choose another with PORT.`)
}

/**
 * @param {number} port 0 for any
 * @returns {Promise<number | undefined>}
 */
function freePort(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}

import { setTimeout as sleep } from 'node:timers/promises'
import { findBinary, missingBinary } from './database/binary.mjs'
import { initialise } from './database/initialise.mjs'
import { placeOf } from './database/place.mjs'
import { findServer, startServer, stopServer, untilAnswers } from './database/server.mjs'
import { isAlive } from './process/identity.mjs'
import { enter, withLock } from './process/presence.mjs'

/**
 * The private MariaDB of a folder: one server, however many processes open it.
 *
 * Nobody owns the server. Each process that opens the folder signs in under `users`, watches the server and may
 * restart it, so it does not matter whether the one that started it still lives. Whoever leaves last stops
 * it. If all of them are killed the server keeps running, and the next to come attaches to it.
 *
 * @typedef {object} Options
 * @property {string} directory
 * @property {(line: string) => void} [log]
 * @property {(error: Error) => void} [onLost] called once when the server died more often than we restart it
 *
 * @typedef {object} PrivateDatabase
 * @property {string} socket
 * @property {boolean} attached true when the server was already running
 * @property {() => number} pid the server's present process
 * @property {(database: string) => string} url
 * @property {() => Promise<void>} close
 */

const restartLimit = 3
const watchEvery = 200

/**
 * @param {Options} options
 * @returns {Promise<PrivateDatabase>}
 */
export async function openPrivateDatabase({ directory, log = console.error, onLost = () => {} }) {
  const place = placeOf(directory)
  const visit = enter(place.users)
  try {
    const { server, attached } = await withLock(place.lock, () => ensureServer(place, place.socket, log))
    const watch = watchServer({ place, server, log, onLost })
    return {
      socket: server.socket,
      attached,
      pid: () => watch.server().pid,
      url: (database) => `mysql://root@localhost/${database}?socket=${encodeURIComponent(server.socket)}`,
      close: async () => {
        await watch.end()
        await withLock(place.lock, () => leave(place, visit))
      },
    }
  } catch (error) {
    visit.leave()
    throw error
  }
}

/**
 * Runs under the lock, so nobody else starts or stops meanwhile.
 * @param {import('./database/place.mjs').Place} place
 * @param {string} socket
 * @param {(line: string) => void} log
 */
async function ensureServer(place, socket, log) {
  const running = findServer(place)
  if (running) {
    if (await untilAnswers(running)) return { server: running, attached: true }
    if (isAlive(running.identity)) {
      throw new Error(`The database process ${running.pid} does not answer: stop it and start again.`)
    }
  }
  const binary = findBinary()
  if (!binary) throw new Error(missingBinary)
  if (await initialise(binary, place)) log(`database initialised in ${place.directory}`)
  return { server: await startServer(binary, place, socket), attached: false }
}

/**
 * @param {import('./database/place.mjs').Place} place
 * @param {import('./process/presence.mjs').Visit} visit
 */
async function leave(place, visit) {
  visit.leave()
  if (visit.others().length > 0) return
  const server = findServer(place)
  if (server) await stopServer(server)
}

/**
 * Restarts the server when it dies, up to three deaths. Every process that has it open watches; the lock lets
 * one of them restart it and the others find it running. Only a death counts: a server that is slow or
 * frozen must not be replaced while it holds the data files.
 * @param {{ place: import('./database/place.mjs').Place, server: import('./database/server.mjs').Server,
 *   log: (line: string) => void, onLost: (error: Error) => void }} watched
 */
function watchServer({ place, server, log, onLost }) {
  let current = server
  const ending = new AbortController()

  const restart = async (/** @type {number} */ death) => {
    log(`database died, restarting it (${death} of ${restartLimit})`)
    try {
      const found = await withLock(place.lock, async () =>
        ending.signal.aborted ? undefined : await ensureServer(place, server.socket, log),
      )
      current = found?.server ?? current
    } catch (error) {
      log(String(error))
    }
  }
  const run = async () => {
    const options = { ref: false, signal: ending.signal }
    for (let deaths = 0; !ending.signal.aborted; ) {
      await sleep(watchEvery, undefined, options).catch(() => {})
      if (ending.signal.aborted || isAlive(current.identity)) continue
      deaths += 1
      if (deaths > restartLimit)
        return onLost(new Error(`The database died more than ${restartLimit} times.`))
      await restart(deaths)
    }
  }
  const watching = run()
  return {
    server: () => current,
    end: async () => {
      ending.abort()
      await watching
    },
  }
}

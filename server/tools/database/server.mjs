import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findProcesses, identityOf, isAlive, signal, untilDead } from '../process/identity.mjs'
import { serviceOptions } from './options.mjs'
import { makeSocketFolder } from './place.mjs'

/**
 * A running MariaDB: the process that is it, and where it answers.
 * @typedef {{ pid: number, identity: string, socket: string }} Server
 */

const patience = 60_000
const logLimit = 5_000_000

/**
 * The server on this data folder, found among the processes themselves: a pid file is written late, outlives a
 * crash and lies after a reboot.
 * @param {import('./place.mjs').Place} place
 * @returns {Server | undefined}
 */
export function findServer(place) {
  for (const { pid, args } of findProcesses(`--datadir=${place.data}`)) {
    const socket = args.find((arg) => arg.startsWith('--socket='))?.slice('--socket='.length)
    const identity = identityOf(pid)
    if (socket && identity) return { pid, identity, socket }
  }
  return undefined
}

/**
 * @param {import('./binary.mjs').Binary} binary
 * @param {import('./place.mjs').Place} place
 * @param {string} socket
 * @returns {Promise<Server>}
 */
export async function startServer(binary, place, socket) {
  makeSocketFolder(socket)
  rmSync(socket, { force: true })
  const size = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(place.log, size > logLimit ? 'w' : 'a', 0o600)
  const where = [`--datadir=${place.data}`, `--socket=${socket}`, `--pid-file=${place.data}/mariadbd.pid`]
  const child = spawn(
    binary.program,
    ['--no-defaults', ...where, `--lc-messages-dir=${binary.share}`, ...serviceOptions()],
    // a session of its own: Ctrl-C in the terminal reaches us, and we decide when the database goes
    { stdio: ['ignore', log, log], detached: true },
  )
  closeSync(log)
  child.unref()
  child.on('error', () => {})
  const identity = child.pid && identityOf(child.pid)
  const server = child.pid && identity ? { pid: child.pid, identity, socket } : undefined
  if (server && (await untilAnswers(server))) return server
  throw new Error(`The database did not start. The end of ${place.log}:\n${tail(place.log)}`)
}

/**
 * Waits until the server answers; false when it died first or stays silent for a minute.
 * @param {Server} server
 */
export async function untilAnswers(server) {
  const deadline = Date.now() + patience
  while (isAlive(server.identity) && Date.now() < deadline) {
    if (await answers(server.socket)) return true
    await sleep(25)
  }
  return false
}

/**
 * @param {string} socket
 * @returns {Promise<boolean>}
 */
function answers(socket) {
  return new Promise((resolve) => {
    const connection = connect(socket)
    const finish = (/** @type {boolean} */ result) => {
      connection.destroy()
      resolve(result)
    }
    // the greeting of the MySQL protocol: 4 bytes of header, then version 10
    connection.once('data', (greeting) => finish(greeting[4] === 10))
    connection.once('error', () => finish(false))
    connection.once('close', () => finish(false))
    connection.setTimeout(1000, () => finish(false))
  })
}

/**
 * Ends the server in order; one that hangs for half a minute is killed and recovers at its next start.
 * @param {Server} server
 */
export async function stopServer(server) {
  signal(server.identity, 'SIGTERM')
  if (!(await untilDead(server.identity, 30_000))) signal(server.identity, 'SIGKILL')
  await untilDead(server.identity, 30_000)
  rmSync(dirname(server.socket), { recursive: true, force: true })
}

/** @param {string} file */
function tail(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
}

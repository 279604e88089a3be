import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * The files of one private database.
 * @typedef {object} Place
 * @property {string} directory what the caller named; everything but the socket lives in it
 * @property {string} data made complete elsewhere and then renamed to this, so that it exists means it is whole
 * @property {string} log
 * @property {string} lock held while somebody starts or stops the server
 * @property {string} users who is attached
 * @property {string} socket
 */

/**
 * @param {string} directory
 * @returns {Place}
 */
export function placeOf(directory) {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const root = realpathSync(directory)
  return {
    directory: root,
    data: join(root, 'data'),
    log: join(root, 'server.log'),
    lock: join(root, 'lock'),
    users: join(root, 'users'),
    socket: join(socketFolder(root), 's'),
  }
}

/** @param {string} socket */
export function makeSocketFolder(socket) {
  const folder = dirname(socket)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // whoever owns this folder could answer in the database's name
  if (statSync(folder).uid !== process.getuid?.()) throw new Error(`${folder} belongs to another user`)
}

/** A socket's path must stay under 108 bytes, which a deep checkout exceeds: so it stands in a temp folder. */
function socketFolder(/** @type {string} */ root) {
  const temp = Buffer.byteLength(tmpdir()) < 70 ? tmpdir() : '/tmp'
  return join(temp, `yikezhong-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`)
}

import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/**
 * A MariaDB server on this machine: the program and the folder with its system tables and messages.
 * @typedef {{ program: string, share: string }} Binary
 */

/** Where packages put a server that is not on the PATH of an ordinary user. */
const folders = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/usr/local/opt/mariadb/bin']
const homebrew = '/opt/homebrew/opt/mariadb/bin'

export const missingBinary =
  'No MariaDB server was found: install the packages mariadb-server-core and mariadb-client-core ' +
  '(on macOS: brew install mariadb), or set DATABASE_URL to a MySQL-protocol database.'

/**
 * @param {string} [path] the PATH to search first
 * @returns {Binary | undefined}
 */
export function findBinary(path = process.env.PATH ?? '') {
  const only = process.env.MARIADB_BIN_DIR
  const places = only ? [only] : [...path.split(delimiter), ...folders, homebrew]
  for (const place of places.filter(Boolean)) {
    for (const name of ['mariadbd', 'mysqld']) {
      const binary = asMariadb(join(place, name))
      if (binary) return binary
    }
  }
  return undefined
}

/**
 * @param {string} program
 * @returns {Binary | undefined}
 */
function asMariadb(program) {
  if (!existsSync(program)) return undefined
  const { stdout } = spawnSync(program, ['--no-defaults', '--version'], { encoding: 'utf8' })
  if (!/MariaDB/i.test(stdout ?? '')) return undefined
  const prefix = dirname(dirname(realpathSync(program)))
  const share = ['mysql', 'mariadb']
    .map((name) => join(prefix, 'share', name))
    .find((folder) => existsSync(join(folder, 'mysql_system_tables.sql')))
  return share ? { program, share } : undefined
}

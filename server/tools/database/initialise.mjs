import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findProcesses, identityOf, signal, untilDead } from '../process/identity.mjs'
import { storageOptions } from './options.mjs'

/**
 * Makes the data folder unless it is there. To be called under the start lock.
 *
 * The work happens in a folder of its own name and one rename makes it the data folder: whatever is killed in
 * between leaves a `.part` that nobody mistakes for a database, and a bootstrap that outlived its starter
 * writes into its own folder only.
 * @param {import('./binary.mjs').Binary} binary
 * @param {import('./place.mjs').Place} place
 */
export async function initialise(binary, place) {
  if (existsSync(place.data)) return false
  await removeLeftovers(place.directory)
  const part = join(place.directory, `data-${process.pid}-${Date.now()}.part`)
  mkdirSync(part, { mode: 0o700 })
  await bootstrap(binary, part)
  renameSync(part, place.data)
  return true
}

/** @param {string} directory */
async function removeLeftovers(directory) {
  for (const name of readdirSync(directory).filter((entry) => entry.endsWith('.part'))) {
    const part = join(directory, name)
    // its bootstrap may have outlived the starter and still be writing there
    for (const { pid } of findProcesses(`--datadir=${part}`)) {
      const orphan = identityOf(pid)
      if (!orphan) continue
      signal(orphan, 'SIGKILL')
      await untilDead(orphan, 5000)
    }
    rmSync(part, { recursive: true, force: true })
  }
}

/**
 * @param {import('./binary.mjs').Binary} binary
 * @param {string} data
 */
async function bootstrap({ program, share }, data) {
  const options = ['--no-defaults', '--bootstrap', `--datadir=${data}`, `--lc-messages-dir=${share}`]
  const child = spawn(program, [...options, ...storageOptions()], { stdio: ['pipe', 'ignore', 'pipe'] })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  // a bootstrap that fails closes its input early; its exit code tells the story better than EPIPE
  child.stdin.on('error', () => {})
  child.stdin.end(systemTables(share))
  const [code, signal] = await once(child, 'close')
  if (code !== 0) throw new Error(`The database could not be initialised (${code ?? signal}):\n${output}`)
}

/** @param {string} share */
function systemTables(share) {
  const files = ['mysql_system_tables.sql', 'mysql_performance_tables.sql', 'mysql_system_tables_data.sql']
  return [
    // bootstrap reads one statement per line
    'create database if not exists mysql;',
    'use mysql;',
    // root without password: only the owner of the socket's folder reaches the socket
    'SET @auth_root_socket=NULL;',
    'SET @skip_auth_anonymous=1;',
    ...files.map((file) => readFileSync(join(share, file), 'utf8')),
    '',
  ].join('\n')
}

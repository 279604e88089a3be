import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from '../process/children.mjs'
import { step } from '../process/terminal.mjs'
import { root } from '../project.mjs'

const stamp = join(root, 'node_modules/.yikezhong-lock')
const minimumNode = [20, 19]

/** Stops before anything is installed when Node is too old to run the server. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [needMajor = 0, needMinor = 0] = minimumNode
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return
  throw new Error(`Node ${minimumNode.join('.')} or newer is needed; this is ${process.versions.node}.`)
}

/** Installs the packages unless `node_modules` already holds what the lock file says. */
export async function installDependencies() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!isInstalled(lock)) {
    step('installing packages (npm ci)')
    // dev packages also with NODE_ENV=production: the front ends are built here
    await runNode('npm ci', [npmScript(), 'ci', '--include=dev', '--no-audit', '--no-fund'])
    step('packages installed')
  }
  writeFileSync(stamp, wanted)
}

/**
 * True when somebody ran `npm ci` or `npm install` by hand: npm keeps a record of what it put in place.
 * @param {string} lock
 */
function isInstalled(lock) {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, wanted]) =>
      !path.includes('node_modules/') || wanted.optional || installed[path]?.version === wanted.version,
  )
}

/** npm is a Node script: run it by the Node that runs us, so that it ends with us like every other child. */
function npmScript() {
  const beside = join(process.execPath, '../../lib/node_modules/npm/bin/npm-cli.js')
  const found = [process.env.npm_execpath, beside].find((path) => path && existsSync(path))
  if (!found) throw new Error('npm was not found: run `npm ci` once, then start again.')
  return found
}

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../project.mjs'

/**
 * The processes a tool starts. All of them end with it: in order through `stopChildren`, and through
 * `follow-parent.mjs` when the tool itself is killed.
 * @typedef {import('node:child_process').ChildProcess} Child
 */

const follow = new URL('./follow-parent.mjs', import.meta.url).href
/** @type {Set<Child>} */
const children = new Set()
let stopping = false
/**
 * What a step answers once the tool is on its way out: nothing may follow it.
 * @type {Promise<never>}
 */
const never = new Promise(() => {})

/**
 * @param {string[]} command a Node script and its arguments
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: 'inherit' | 'pipe' | 'stderr', cwd?: string }} [options]
 * @returns {Child}
 */
export function startNode(command, { env, stdio = 'inherit', cwd = root } = {}) {
  const output = stdio === 'stderr' ? 2 : stdio
  const child = spawn(process.execPath, ['--import', follow, ...command], {
    cwd,
    env: { ...process.env, ...env },
    stdio: [stdio === 'inherit' ? 'inherit' : 'ignore', output, output, 'ipc'],
    // Ctrl-C must reach this tool alone, which then stops its children in the right order
    detached: stdio !== 'inherit',
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/**
 * Runs a Node script to its end; its output is shown only when it fails.
 * @param {string} what for people: "building the H5 app"
 * @param {string[]} command
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 */
export async function runNode(what, command, options) {
  if (stopping) return never
  // no progress bars and no colours: the output is read only when something went wrong
  const env = { CI: 'true', NO_COLOR: '1', ...options?.env }
  const child = startNode(command, { ...options, env, stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-20_000)
    })
  }
  const code = await exitOf(child)
  if (stopping) return never
  if (code !== 0) throw new Error(`${what} failed (${code}):\n${readable(output)}`)
  return output
}

/** The last lines without Taro's progress bar, which no setting switches off. */
function readable(/** @type {string} */ output) {
  const lines = stripVTControlCharacters(output).split('\n')
  return lines
    .filter((line) => line.trim() && !/█|\d+ modules \d+ active/.test(line))
    .slice(-60)
    .join('\n')
}

/**
 * @param {Child} child
 * @returns {Promise<number | NodeJS.Signals>}
 */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signal ?? 1))
  })
}

/** Asks all children to end, and kills those that do not within 15 seconds. */
export async function stopChildren() {
  stopping = true
  await Promise.all(
    [...children].map((child) => {
      const gone = exitOf(child)
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
      return gone.finally(() => clearTimeout(timer))
    }),
  )
}

/** Finds a tool of `node_modules` without npx, which costs half a second. */
export function toolPath(/** @type {string} */ path) {
  return fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url))
}

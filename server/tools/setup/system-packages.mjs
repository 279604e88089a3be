import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBinary, missingBinary } from '../database/binary.mjs'
import { step } from '../process/terminal.mjs'

/**
 * A program of the operating system: how to see that it is there, its Debian packages, and what to say when
 * they cannot be installed.
 * @typedef {{ isThere: () => unknown, packages: string[], missing: string }} Need
 */

/** @type {Record<'mariadb' | 'chromium' | 'chineseFont', Need>} */
export const needs = {
  mariadb: {
    isThere: findBinary,
    // not `mariadb-server`, which would register a service
    packages: ['mariadb-server-core', 'mariadb-client-core'],
    missing: missingBinary,
  },
  chromium: {
    isThere: findChromium,
    packages: ['chromium'],
    missing: 'No Chromium was found: install the package chromium, or set CHROMIUM_PATH to a Chrome.',
  },
  chineseFont: {
    isThere: hasChineseFont,
    packages: ['fonts-noto-cjk'],
    missing: 'No Chinese font was found: install the package fonts-noto-cjk.',
  },
}

export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), onMac].find((path) =>
    existsSync(path),
  )
}

function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' })
  return stdout ? stdout.trim() !== '' : existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
}

/**
 * Installs what is missing with apt, as root or through a sudo that asks no password; otherwise says what to install.
 * @param {Need[]} wanted
 */
export async function installSystemPackages(wanted) {
  const missing = wanted.filter((need) => !need.isThere())
  if (missing.length === 0) return
  const apt = aptCommand()
  if (!apt) throw new Error(missing.map((need) => need.missing).join('\n'))

  const packages = missing.flatMap((need) => need.packages)
  step(`installing ${packages.join(', ')} (apt-get)`)
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  let result = await run([...apt, ...install])
  if (result.code !== 0) {
    // a fresh image has no package lists yet
    await run([...apt, 'update'])
    result = await run([...apt, ...install])
  }
  const still = missing.filter((need) => !need.isThere())
  if (still.length === 0) return
  throw new Error(`${still.map((need) => need.missing).join('\n')}\napt-get said:\n${result.output}`)
}

function aptCommand() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  // another apt may be at work, as on a machine that has just booted
  const apt = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300']
  if (process.getuid?.() === 0) return apt
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', ...apt] : undefined
}

/** @param {string[]} command */
async function run([program = '', ...args]) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-2000)
    })
  }
  const [code] = await once(child, 'close')
  return { code, output }
}

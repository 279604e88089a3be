import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNode, toolPath } from '../process/children.mjs'
import { step } from '../process/terminal.mjs'
import { root } from '../project.mjs'

/**
 * A front end: what it is made from, the command that makes it, and a file that is there when it is made.
 * @typedef {{ name: string, result: string, inputs: string[], command: string[] }} Front
 */

const common = [
  'package-lock.json',
  'tsconfig.base.json',
  'shared/src',
  'miniapp/package.json',
  'miniapp/src',
]
const taro = [
  ...common,
  'miniapp/config',
  'miniapp/babel.config.js',
  'miniapp/tsconfig.json',
  'miniapp/types',
]

/** @type {Record<'h5' | 'weapp' | 'console', Front>} */
export const fronts = {
  h5: {
    name: 'H5 app',
    result: 'h5/index.html',
    inputs: taro,
    command: [toolPath('@tarojs/cli/bin/taro'), 'build', '--type', 'h5'],
  },
  weapp: {
    name: 'mini-program',
    result: 'weapp/app.json',
    inputs: [...taro, 'miniapp/project.config.json'],
    command: [toolPath('@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'],
  },
  console: {
    name: 'console',
    result: 'console/index.html',
    inputs: [...common, 'miniapp/console'],
    command: [toolPath('vite/bin/vite.js'), 'build', '-c', 'console/vite.config.mts'],
  },
}

/**
 * Builds a front end unless its last build was made from the same files.
 * @param {Front} front
 */
export async function buildFront({ name, result, inputs, command }) {
  const dist = join(root, 'miniapp/dist')
  const stamp = join(dist, `${result.split('/')[0]}.inputs`)
  const wanted = hashOf(inputs)
  if (existsSync(join(dist, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return

  step(`building the ${name}`)
  mkdirSync(dist, { recursive: true })
  rmSync(stamp, { force: true })
  const env = { NODE_ENV: 'production', BROWSERSLIST_ENV: 'production' }
  const output = await runNode(`Building the ${name}`, command, { env, cwd: join(root, 'miniapp') })
  // Taro ends with 0 also after some errors
  if (!existsSync(join(dist, result))) throw new Error(`Building the ${name} made no ${result}:\n${output}`)
  writeFileSync(stamp, wanted)
  step(`${name} built`)
}

/** @param {string[]} inputs */
function hashOf(inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stats) return []
  if (!stats.isDirectory()) return /\.spec\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`))
}

/** Compiles `shared` and `server`. */
export async function buildServer() {
  await runNode('Compiling the server', [toolPath('typescript/bin/tsc'), '-b', 'shared', 'server'])
  for (const workspace of ['shared', 'server']) removeOrphans(join(root, workspace))
}

/**
 * tsc never deletes: what a renamed or removed source left in `dist` would still be loaded, a migration for one.
 * @param {string} workspace
 */
function removeOrphans(workspace) {
  const dist = join(workspace, 'dist')
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name)
    const source = file.replace(dist, join(workspace, 'src')).replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts')
    if (entry.isFile() && source.endsWith('.ts') && !existsSync(source)) rmSync(file)
  }
}

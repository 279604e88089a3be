// `npm test`: every test of the three workspaces, then the built product in a browser and in a mini-program engine.
// `npm test -- <jest arguments>`: one quick run of Jest with these arguments, without the second part.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPrivateDatabase } from './private-database.mjs'
import { exitOf, startNode, stopChildren, toolPath } from './process/children.mjs'
import { withLock } from './process/presence.mjs'
import { fail, onStopRequest, step } from './process/terminal.mjs'
import { root, setupLock, testData } from './project.mjs'
import { buildFront, buildServer, fronts } from './setup/builds.mjs'
import { installEverything } from './setup/everything.mjs'
import { findChromium } from './setup/system-packages.mjs'

/** The product under test: its configuration is missing only in a checkout without the front ends. */
const productTests = join(root, 'miniapp/e2e/jest.config.cjs')
const results = mkdtempSync(join(tmpdir(), 'yikezhong-test-'))

/** @type {ReturnType<typeof openPrivateDatabase> | undefined} */
let opening

async function cleanUp() {
  await stopChildren()
  const database = await opening?.catch(() => undefined)
  await database?.close()
  rmSync(results, { recursive: true, force: true })
}

/** @param {boolean} quick */
async function prepare(quick) {
  await installEverything()
  if (!process.env.TEST_DB_SOCKET) {
    opening = openPrivateDatabase({ directory: testData, log: step, onLost: fail })
    process.env.TEST_DB_SOCKET = (await opening).socket
  }
  await withLock(setupLock, async () => {
    await buildServer()
    if (quick) return
    await Promise.all([buildFront(fronts.h5), buildFront(fronts.console)])
    await buildFront(fronts.weapp)
  })
}

/**
 * Runs Jest and counts. A suite that could not even run counts as one failure, and so does a Jest that died.
 * @param {string} name
 * @param {string[]} args
 */
async function runJest(name, args) {
  const file = join(results, `${name}.json`)
  const command = [toolPath('jest/bin/jest.js'), ...args, '--json', `--outputFile=${file}`]
  const env = { CHROMIUM_PATH: findChromium(), NODE_ENV: 'test' }
  // the JSON goes to the file; its copy on stdout is of no use to anybody
  const code = await exitOf(startNode(command, { env, stdio: 'stderr' }))
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'))
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1) }
}

/** @param {string[]} args */
async function runTests(args) {
  const quick = args.length > 0
  await prepare(quick)
  const runs = [await runJest('workspaces', args)]
  if (!quick && existsSync(productTests)) runs.push(await runJest('product', ['-c', productTests]))

  const passed = runs.reduce((sum, run) => sum + run.passed, 0)
  const failed = runs.reduce((sum, run) => sum + run.failed, 0)
  await cleanUp()
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

onStopRequest(async () => {
  await cleanUp()
  // an interrupted run proves nothing
  process.exit(130)
})
try {
  await runTests(process.argv.slice(2))
} catch (error) {
  await cleanUp()
  fail(error)
}

// `npm start`: from a bare clone to a running platform.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { exitOf, startNode, stopChildren } from './process/children.mjs'
import { withLock } from './process/presence.mjs'
import { fail, onStopRequest, step } from './process/terminal.mjs'
import { root, setupLock } from './project.mjs'
import { openApplicationDatabase, prepareDatabase } from './setup/application-database.mjs'
import { buildFront, buildServer, fronts } from './setup/builds.mjs'
import { checkNode, installDependencies } from './setup/dependencies.mjs'
import { choosePort } from './setup/port.mjs'

const restartLimit = 3

/** @type {ReturnType<typeof openApplicationDatabase> | undefined} */
let opening
let stopping = false

async function shutdown() {
  stopping = true
  await stopChildren()
  const database = await opening?.catch(() => undefined)
  await database?.close()
}

async function giveUp(/** @type {unknown} */ error) {
  if (stopping) return
  await shutdown()
  fail(error)
}

async function prepare() {
  // apt, if it is needed, works while npm does
  opening = openApplicationDatabase(giveUp)
  opening.catch(() => {})
  await installDependencies()
  const [database] = await Promise.all([
    opening.then(async (found) => {
      await buildServer()
      await prepareDatabase(found.url)
      return found
    }),
    buildFront(fronts.h5),
    buildFront(fronts.console),
  ])
  return database
}

/**
 * Runs the server and starts it again when it dies without being asked.
 * @param {NodeJS.ProcessEnv} env
 */
async function serve(env) {
  for (let deaths = 0; !stopping; ) {
    const server = startNode(['server/dist/main.js'], { env, stdio: 'stderr' })
    const ended = exitOf(server)
    const ready = untilServing(env.PORT).then(() => announce(env.PORT, deaths === 0))
    const first = await Promise.race([ready.then(() => 'ready'), ended])
    const code = await ended
    if (stopping) return
    if (first !== 'ready')
      throw new Error(`The server ended before it was ready (${code}); it said why above.`)
    deaths += 1
    if (deaths > restartLimit) throw new Error(`The server died more than ${restartLimit} times (${code}).`)
    step(`server died (${code}), starting it again (${deaths} of ${restartLimit})`)
  }
}

/** @param {string | undefined} port */
async function untilServing(port) {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error('The server did not answer /health/live within a minute.')
}

/**
 * @param {string | undefined} port
 * @param {boolean} first
 */
async function announce(port, first) {
  const url = `http://127.0.0.1:${port}`
  if (first) {
    console.log(
      `\n居民端 residents     ${url}/\n管理端 console       ${url}/console/\n接口文档 API         ${url}/api/docs`,
    )
    if (process.env.NODE_ENV !== 'production') printLogins()
    const health = await fetch(`${url}/health/ready`)
    if (!health.ok) console.log(`\n/health/ready warns: ${await health.text()}`)
    console.log('')
  }
  console.log(`READY ${url}`)
}

/** The people with a part in the story; the many 街坊 are for scripts that need a crowd. */
function printLogins() {
  const file = join(root, 'server/cities/tianshui/demo/logins.json')
  if (!existsSync(file)) return
  const logins = JSON.parse(readFileSync(file, 'utf8'))
  const isCrowd = ({ wechatCode }) => /-\d+$/.test(wechatCode ?? '')
  console.log('\n示例账号 demo logins (wechatCode, or user name and password)')
  for (const { role, name, division, wechatCode, username, password } of logins) {
    if (isCrowd({ wechatCode })) continue
    const key = wechatCode ?? `${username} ${password}`
    console.log(`  ${[role, name, division, key].filter(Boolean).join('  ')}`)
  }
  const crowd = logins.filter(isCrowd)
  if (crowd.length > 0) {
    console.log(`  resident  ${crowd.length} more: ${crowd[0].wechatCode} … ${crowd.at(-1).wechatCode}`)
  }
}

onStopRequest(shutdown)
try {
  checkNode()
  // two starts of one checkout would install and build over each other
  const database = await withLock(setupLock, prepare)
  const port = await choosePort()
  await serve({ DATABASE_URL: database.url, PORT: String(port) })
} catch (error) {
  await giveUp(error)
}

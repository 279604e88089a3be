// `npm run dev`: the server, compiled and started again at every change, and the H5 app with reload.
// `npm run dev -- weapp`: the mini-program instead, rebuilt at every change for WeChat DevTools.
import { exitOf, startNode, stopChildren, toolPath } from './process/children.mjs'
import { fail, onStopRequest, step } from './process/terminal.mjs'
import { root } from './project.mjs'
import { openApplicationDatabase, prepareDatabase } from './setup/application-database.mjs'
import { buildServer } from './setup/builds.mjs'
import { checkNode, installDependencies } from './setup/dependencies.mjs'
import { choosePort } from './setup/port.mjs'

const target = process.argv[2] ?? 'h5'

/** @type {ReturnType<typeof openApplicationDatabase> | undefined} */
let opening

async function shutdown() {
  await stopChildren()
  const database = await opening?.catch(() => undefined)
  await database?.close()
}

try {
  onStopRequest(shutdown)
  checkNode()
  await installDependencies()
  opening = openApplicationDatabase(fail)
  const { url } = await opening
  await buildServer()
  await prepareDatabase(url)

  const port = String(await choosePort())
  const server = { PORT: port, DATABASE_URL: url }
  const taro = [toolPath('@tarojs/cli/bin/taro'), 'build', '--type', target, '--watch']
  const running = [
    startNode([toolPath('typescript/bin/tsc'), '-b', '--watch', '--preserveWatchOutput', 'shared', 'server']),
    startNode(['--watch', '--watch-preserve-output', 'server/dist/main.js'], { env: server }),
    // miniapp/config passes /api on to this address
    startNode(taro, { env: { YIKEZHONG_API_ORIGIN: `http://127.0.0.1:${port}` }, cwd: `${root}/miniapp` }),
  ]
  step(`server on http://127.0.0.1:${port}`)
  await Promise.race(running.map(exitOf))
  await shutdown()
  fail('One of the watchers ended; it said why above.')
} catch (error) {
  await shutdown()
  fail(error)
}

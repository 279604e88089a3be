import { withLock } from '../process/presence.mjs'
import { setupLock } from '../project.mjs'
import { checkNode, installDependencies } from './dependencies.mjs'
import { installSystemPackages, needs } from './system-packages.mjs'

/** What development and the tests need; `npm start` gets by without a browser. */
export async function installEverything() {
  checkNode()
  const wanted = Object.values(needs)
  const used = process.env.TEST_DB_SOCKET ? wanted.filter((need) => need !== needs.mariadb) : wanted
  await withLock(setupLock, async () => {
    // apt works while npm does
    await Promise.all([installDependencies(), installSystemPackages(used)])
  })
}

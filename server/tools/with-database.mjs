// with-database.mjs <script> [arguments]: compiles the server and runs one of its scripts with DATABASE_URL set.
import { exitOf, startNode, stopChildren } from './process/children.mjs'
import { fail } from './process/terminal.mjs'
import { createDatabase, openApplicationDatabase } from './setup/application-database.mjs'
import { buildServer } from './setup/builds.mjs'
import { installDependencies } from './setup/dependencies.mjs'

// Ctrl-C reaches the script by itself, and it may mean something there; a request to end is passed on
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, stopChildren)
try {
  await installDependencies()
  const { url, close } = await openApplicationDatabase()
  await buildServer()
  await createDatabase(url)
  const code = await exitOf(startNode(process.argv.slice(2), { env: { DATABASE_URL: url } }))
  await close()
  process.exit(typeof code === 'number' ? code : 1)
} catch (error) {
  fail(error)
}

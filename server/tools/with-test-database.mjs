// with-test-database.mjs <command> [arguments]: runs a command with TEST_DB_SOCKET naming the tests' database server.
import { spawn } from 'node:child_process'
import { openPrivateDatabase } from './private-database.mjs'
import { exitOf } from './process/children.mjs'
import { fail } from './process/terminal.mjs'
import { testData } from './project.mjs'
import { installSystemPackages, needs } from './setup/system-packages.mjs'

try {
  await installSystemPackages([needs.mariadb])
  const database = await openPrivateDatabase({ directory: testData, onLost: fail })
  const [program = '', ...args] = process.argv.slice(2)
  const env = { ...process.env, TEST_DB_SOCKET: database.socket }
  // Ctrl-C reaches the command by itself; this waits for it and then leaves the database
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
  const code = await exitOf(spawn(program, args, { stdio: 'inherit', env }))
  await database.close()
  process.exit(typeof code === 'number' ? code : 1)
} catch (error) {
  fail(error)
}

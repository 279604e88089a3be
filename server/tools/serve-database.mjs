// serve-database.mjs [folder]: keeps a private database up until Ctrl-C and prints one JSON line saying where.
import { openPrivateDatabase } from './private-database.mjs'
import { applicationData } from './project.mjs'

const stay = setInterval(() => {}, 2 ** 30)
const opening = openPrivateDatabase({
  directory: process.argv[2] ?? applicationData,
  onLost: (error) => {
    console.error(error.message)
    process.exit(1)
  },
})

// from the first moment on: a signal that arrives while the database starts must not leave it behind
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    await (await opening).close()
    process.exit(0)
  })
}

try {
  const database = await opening
  console.log(JSON.stringify({ socket: database.socket, attached: database.attached, pid: database.pid() }))
} catch (error) {
  clearInterval(stay)
  console.error(error.message)
  process.exitCode = 1
}

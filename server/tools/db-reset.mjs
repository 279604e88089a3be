// `npm run db:reset`: the private database as new: schema, city pack, demo world.
import { stopChildren } from './process/children.mjs'
import { fail, onStopRequest, step } from './process/terminal.mjs'
import { databaseName } from './project.mjs'
import { openApplicationDatabase, prepareDatabase, query } from './setup/application-database.mjs'
import { buildServer } from './setup/builds.mjs'
import { installDependencies } from './setup/dependencies.mjs'

/** @type {ReturnType<typeof openApplicationDatabase> | undefined} */
let opening

async function shutdown() {
  await stopChildren()
  const database = await opening?.catch(() => undefined)
  await database?.close()
}

onStopRequest(shutdown)
try {
  if (process.env.DATABASE_URL)
    throw new Error('db:reset empties the private database only: unset DATABASE_URL.')
  await installDependencies()
  opening = openApplicationDatabase(fail)
  const { url } = await opening
  await buildServer()
  await query(url, `DROP DATABASE IF EXISTS ${databaseName}`, { inside: false })
  step('dropped')
  await prepareDatabase(url)
  await shutdown()
} catch (error) {
  await shutdown()
  fail(error)
}

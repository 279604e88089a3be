// `npm run db:reset`: the private database as new: schema, city pack, demo world.
import { stopChildren } from './process/children.mjs'
import { fail, onStopRequest, step } from './process/terminal.mjs'
import { databaseName } from './project.mjs'
import { openApplicationDatabase, prepareDatabase, query } from './setup/application-database.mjs'
import { buildServer } from './setup/builds.mjs'

onStopRequest(stopChildren)
try {
  if (process.env.DATABASE_URL)
    throw new Error('db:reset empties the private database only: unset DATABASE_URL.')
  const { url, close } = await openApplicationDatabase()
  try {
    await buildServer()
    await query(url, `DROP DATABASE IF EXISTS ${databaseName}`, { inside: false })
    step('dropped')
    await prepareDatabase(url)
  } finally {
    await close()
  }
} catch (error) {
  fail(error)
}

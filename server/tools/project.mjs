import { fileURLToPath } from 'node:url'

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))

/** The repository's root; every tool works there whatever folder it was called from. */
export const root = here('../..')

/** Where `npm start` keeps its database, and the tests theirs: a test never touches anybody's data. */
export const applicationData = here('../../.localdb')
export const testData = here('../../.localdb-test')

/** Held by whoever installs or builds: two at once would do it over each other. */
export const setupLock = here('../../.localdb/setup')

/** The database inside the private server that the application uses. */
export const databaseName = 'yikezhong'

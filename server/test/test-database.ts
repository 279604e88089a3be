/**
 * The database of this Jest worker, made and migrated by `server/jest/global-setup.cjs`.
 * Every run has names of its own, so two runs on one machine never meet.
 */
export function testDatabaseUrl(): string {
  const { TEST_DB_SOCKET: socket, TEST_DB_PREFIX: prefix, JEST_WORKER_ID: worker } = process.env
  if (!socket || !prefix || !worker)
    throw new Error('testDatabaseUrl() works inside Jest only: run `npx jest`')
  return `mysql://root@localhost/${prefix}_w${worker}?socket=${encodeURIComponent(socket)}`
}

import { runCommand, withApplication } from './command/run-command.js'
import { Audit } from './platform/audit/audit.js'

/** Reads the whole audit chain and fails at the first line that was changed, removed or put in. */
await runCommand(() =>
  withApplication(async (app) => {
    const verdict = await app.get(Audit).verify()
    if (!verdict.intact)
      throw new Error(`the audit log is broken at line ${verdict.sequence}: ${verdict.reason}`)
    return `the audit log is intact: ${verdict.entries} lines`
  }),
)

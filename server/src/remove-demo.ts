import { runCommand, withApplication } from './command/run-command.js'
import { DemoWorld, type WorldCount } from './demo/demo-world.js'

const describe = ({ outlets, people, templates, waves }: WorldCount) =>
  `the demo world is gone: ${outlets} outlets, ${people} people, ${templates} coupon templates, ${waves} survey waves`

// Allowed in production too: demo data that strayed into a real city must be able to leave it.
await runCommand(() => withApplication(async (app) => describe(await new DemoWorld(app).remove())))

import { runCommand, withApplication } from './command/run-command.js'
import { readDemoFiles } from './demo/demo-files.js'
import { DemoWorld, type WorldCount } from './demo/demo-world.js'

const describe = ({ outlets, people, templates, waves }: WorldCount) =>
  `the demo world is loaded: ${outlets} outlets, ${people} people, ${templates} coupon templates, ${waves} survey waves`

await runCommand(() =>
  withApplication(async (app, config) => {
    if (config.NODE_ENV === 'production') throw new Error('the demo world is not allowed in production')
    if (!config.DEMO_WORLD) return 'the demo world is switched off (DEMO_WORLD=false)'
    const files = readDemoFiles(config.CITY)
    if (!files) return `the city pack of ${config.CITY} has no demo world`
    const world = new DemoWorld(app)
    return (await world.exists()) ? 'the demo world is there already' : describe(await world.load(files))
  }),
)

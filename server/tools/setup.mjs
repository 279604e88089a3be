// setup.mjs: brings a bare checkout to where every command of package.json works, tests included.

import { stopChildren } from './process/children.mjs'
import { onStopRequest, step } from './process/terminal.mjs'
import { installEverything } from './setup/everything.mjs'

onStopRequest(stopChildren)
await installEverything()
step('everything is installed')

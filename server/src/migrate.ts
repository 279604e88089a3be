import { loadConfig } from './platform/config/config.js'
import { migrate } from './platform/database/data-source.js'

const done = await migrate(loadConfig(process.env))
process.stdout.write(done.length > 0 ? `migrated: ${done.join(', ')}\n` : 'the schema is current\n')

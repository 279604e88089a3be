import { repl } from '@nestjs/core'
import { AppModule } from './app.module.js'
import { loadConfig } from './platform/config/config.js'

/** `npm run repl`: `await get(ClaimCoupon).execute('1', '3')` on the development database. */
await repl(AppModule.forRoot(loadConfig({ QUERY_TIMEOUT_MS: '60000', ...process.env, JOBS: 'false' })))

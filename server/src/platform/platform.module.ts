import { type DynamicModule, Global, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AccessGuard } from './auth/access.guard.js'
import { CONFIG, type Config } from './config/config.js'
import { dataSourceOptions, openCurrent } from './database/data-source.js'
import { useEncryptionKeys } from './database/encryption.js'
import { Tx } from './database/tx.js'
import { ContractCheckInterceptor } from './http/contract-check.interceptor.js'
import { ErrorFilter } from './http/error.filter.js'
import { RateLimits } from './http/rate-limits.js'
import { RequireContracts } from './http/require-contracts.js'
import { Clock, SystemClock } from './runtime/clock.js'
import { Ids } from './runtime/ids.js'
import { Random, SystemRandom } from './runtime/random.js'

const database = (config: Config) =>
  TypeOrmModule.forRootAsync({
    useFactory: async () => ({
      ...(await dataSourceOptions(config)),
      autoLoadEntities: true,
      retryAttempts: 0,
    }),
    dataSourceFactory: async (options) => {
      if (!options) throw new Error('no database options')
      return openCurrent(options)
    },
  })

/** The ground floor: everything a domain module stands on, available without importing it. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config): DynamicModule {
    useEncryptionKeys(config)
    const checks =
      config.NODE_ENV === 'production'
        ? []
        : [{ provide: APP_INTERCEPTOR, useClass: ContractCheckInterceptor }]
    const shared = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useClass: SystemClock },
      { provide: Random, useClass: SystemRandom },
      Ids,
      Tx,
    ]
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, database(config)],
      providers: [
        ...shared,
        RateLimits,
        RequireContracts,
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        ...checks,
      ],
      exports: shared,
    }
  }
}

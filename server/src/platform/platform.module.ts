import { type DynamicModule, Global, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AuditController } from './audit/audit.controller.js'
import { Audit } from './audit/audit.js'
import { AccessGuard } from './auth/access.guard.js'
import { CONFIG, type Config } from './config/config.js'
import { dataSourceOptions, openCurrent } from './database/data-source.js'
import { useEncryptionKeys } from './database/encryption.js'
import { Tx } from './database/tx.js'
import { ReadinessCheck } from './health/readiness.js'
import { ContractCheckInterceptor } from './http/contract-check.interceptor.js'
import { ErrorFilter } from './http/error.filter.js'
import { RateLimits } from './http/rate-limits.js'
import { RequireContracts } from './http/require-contracts.js'
import { IdempotencyStore } from './idempotency/idempotency-store.js'
import { EventHandlers } from './jobs/event-handlers.js'
import { JobLoop } from './jobs/job-loop.js'
import { JobRunner } from './jobs/job-runner.js'
import { MarkedMethods } from './jobs/methods.js'
import { Outbox } from './jobs/outbox.js'
import { OutboxDispatcher } from './jobs/outbox-dispatcher.js'
import { Metrics } from './metrics/metrics.js'
import { MetricsServer } from './metrics/metrics-server.js'
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
      MarkedMethods,
      EventHandlers,
      Outbox,
      OutboxDispatcher,
      JobRunner,
      Audit,
      IdempotencyStore,
      Metrics,
      ReadinessCheck,
    ]
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, database(config)],
      controllers: [AuditController],
      providers: [
        ...shared,
        JobLoop,
        MetricsServer,
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

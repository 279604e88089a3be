import { type DynamicModule, Module } from '@nestjs/common'
import type { Config } from './platform/config/config.js'
import { PlatformModule } from './platform/platform.module.js'

/** The whole server: the platform and every domain module, lowest floor first. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot(config)] }
  }
}

import { type DynamicModule, Module } from '@nestjs/common'
import { CircleModule } from './modules/circle/index.js'
import { CouponModule } from './modules/coupon/index.js'
import { IdentityModule } from './modules/identity/index.js'
import { OutletModule } from './modules/outlet/index.js'
import { SurveyModule } from './modules/survey/index.js'
import type { Config } from './platform/config/config.js'
import { PlatformModule } from './platform/platform.module.js'

/** The whole server: the platform and every domain module, lowest floor first. */
@Module({})
export class AppModule {
  static forRoot(config: Config): DynamicModule {
    const modules = [IdentityModule, CircleModule, OutletModule, CouponModule, SurveyModule]
    return { module: AppModule, imports: [PlatformModule.forRoot(config), ...modules] }
  }
}

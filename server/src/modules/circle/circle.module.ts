import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { CircleController } from './circle.controller.js'
import { Circle, CircleCommunity } from './circle.entity.js'
import { CircleService } from './circle.service.js'
import { cityDir } from './city-dir.js'
import { CityPack, readCityPack } from './city-pack.js'
import { CityPackState, CityPackVersion } from './city-pack-version.entity.js'
import { Division } from './division.entity.js'
import { DivisionAlias } from './division-alias.entity.js'
import { LoadCityPack } from './load-city-pack.js'

const cityPack = {
  provide: CityPack,
  useFactory: (config: Config) => readCityPack(cityDir(config.CITY)),
  inject: [CONFIG],
}

/** Tables of this module, also for commands that run without the server. */
export const circleEntities = [
  Circle,
  CircleCommunity,
  CityPackState,
  CityPackVersion,
  Division,
  DivisionAlias,
]

@Module({
  imports: [TypeOrmModule.forFeature(circleEntities)],
  controllers: [CircleController],
  providers: [cityPack, CircleService, LoadCityPack],
  exports: [CityPack, CircleService, LoadCityPack],
})
export class CircleModule {}

import { Injectable } from '@nestjs/common'
import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import type { listFormats } from '@yikezhong/shared/outlet/outlet.contract'
import { cityDay } from '@yikezhong/shared/time/city-day'
import { Clock } from '../../platform/runtime/clock.js'
import { CityPack } from '../circle/index.js'

const named = ({ code, name }: { code: string; name: string }) => ({ code, name })

/** 业态分类 in force today, as clients show it. */
@Injectable()
export class Formats {
  constructor(
    private readonly pack: CityPack,
    private readonly clock: Clock,
  ) {}

  list(): ResponseOf<typeof listFormats> {
    const { version, formats } = this.pack.taxonomyOn(cityDay(this.clock.now()))
    const { services, accessibility, homeEntries } = this.pack.content
    return {
      version,
      formats: formats.map(({ code, name, tier, glyph, seq }) => ({ code, name, tier, glyph, seq })),
      services: services.map(named),
      accessibility: accessibility.map(named),
      entries: homeEntries,
    }
  }
}

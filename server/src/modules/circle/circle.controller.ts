import { Controller } from '@nestjs/common'
import { listCircles, listDivisions } from '@yikezhong/shared/circle/circle.contract'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import { Implements, Input } from '../../platform/http/endpoint.decorator.js'
import { presentCircle, presentDivision } from './circle.presenter.js'
import { CircleService } from './circle.service.js'
import { CityPack } from './city-pack.js'

@Controller()
export class CircleController {
  constructor(
    private readonly service: CircleService,
    private readonly pack: CityPack,
  ) {}

  @Implements(listCircles)
  circles() {
    const { name, code } = this.pack.city
    return { city: { name, code }, items: this.service.circles().map(presentCircle) }
  }

  @Implements(listDivisions)
  divisions(@Input() { query }: RequestOf<typeof listDivisions>) {
    if (query.parent !== undefined) this.service.assertDivision(query.parent)
    return { items: this.service.divisionsBelow(query.parent ?? null).map(presentDivision) }
  }
}

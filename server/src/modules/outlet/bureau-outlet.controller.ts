import { Controller } from '@nestjs/common'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import { getBureauOutletMap, listBureauOutlets } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { CurrentStaff } from '../../platform/auth/actor.decorators.js'
import type { StaffActor } from '../../platform/auth/actor.js'
import { requireDivision } from '../../platform/auth/scope.js'
import { Implements, Input } from '../../platform/http/endpoint.decorator.js'
import { BureauOutlets } from './bureau-outlets.js'
import { OutletSearch } from './search/outlet-search.js'

@Controller()
export class BureauOutletController {
  constructor(
    private readonly outlets: BureauOutlets,
    private readonly search: OutletSearch,
  ) {}

  @Implements(listBureauOutlets)
  list(@CurrentStaff() officer: StaffActor, @Input() { query }: RequestOf<typeof listBureauOutlets>) {
    return this.outlets.list(officer, query)
  }

  @Implements(getBureauOutletMap)
  map(@CurrentStaff() officer: StaffActor, @Input() { query }: RequestOf<typeof getBureauOutletMap>) {
    if (query.communityCode !== undefined) requireDivision(officer, query.communityCode)
    if (query.circleId !== undefined) this.outlets.requireCircle(officer, query.circleId)
    return this.search.map(query, officer.divisionCode)
  }
}

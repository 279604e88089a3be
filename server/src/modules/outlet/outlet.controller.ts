import { Controller } from '@nestjs/common'
import type { RequestOf, ResponseOf } from '@yikezhong/shared/http/endpoint'
import {
  confirmOutlet,
  getOutlet,
  getOutletMap,
  listFormats,
  listMerchantOutlets,
  searchOutlets,
} from '@yikezhong/shared/outlet/outlet.contract'
import { CurrentResident } from '../../platform/auth/actor.decorators.js'
import type { ResidentActor } from '../../platform/auth/actor.js'
import { jsonText } from '../../platform/http/answer.js'
import { Implements, Input } from '../../platform/http/endpoint.decorator.js'
import { ConfirmOutlet } from './confirm-outlet.js'
import { Formats } from './formats.js'
import { MerchantOutlets } from './merchant-outlets.js'
import { OutletDetail } from './outlet-detail.js'
import { OutletSearch } from './search/outlet-search.js'

@Controller()
export class OutletController {
  constructor(
    private readonly formats: Formats,
    private readonly outletSearch: OutletSearch,
    private readonly detail: OutletDetail,
    private readonly confirmation: ConfirmOutlet,
    private readonly merchantOutlets: MerchantOutlets,
  ) {}

  @Implements(listFormats)
  listFormats() {
    return this.formats.list()
  }

  @Implements(searchOutlets)
  async search(@Input() { query }: RequestOf<typeof searchOutlets>) {
    return jsonText<ResponseOf<typeof searchOutlets>>(await this.outletSearch.search(query))
  }

  @Implements(getOutletMap)
  map(@Input() { query }: RequestOf<typeof getOutletMap>) {
    return this.outletSearch.map(query)
  }

  @Implements(getOutlet)
  read(@Input() { params, query }: RequestOf<typeof getOutlet>) {
    return this.detail.read(params.outletId, query)
  }

  @Implements(confirmOutlet)
  async confirm(
    @CurrentResident() { residentId }: ResidentActor,
    @Input() { params: { outletId } }: RequestOf<typeof confirmOutlet>,
  ) {
    const confirmation = { outletId, source: 'resident', personId: residentId } as const
    return { lastConfirmedOn: await this.confirmation.execute(confirmation) }
  }

  @Implements(listMerchantOutlets)
  async mine(@CurrentResident() { memberships }: ResidentActor) {
    return { items: await this.merchantOutlets.of(memberships) }
  }
}

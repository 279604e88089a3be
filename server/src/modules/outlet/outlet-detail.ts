import { Injectable } from '@nestjs/common'
import type { Location } from '@yikezhong/shared/http/primitives'
import { isOpen, openStateAt } from '@yikezhong/shared/outlet/opening-hours'
import type { Outlet as OutletWire } from '@yikezhong/shared/outlet/outlet.contract'
import { walkMinutes } from '@yikezhong/shared/outlet/walk-minutes'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { CircleService, CityPack } from '../circle/index.js'
import { Outlet } from './outlet.entity.js'
import { OutletAccess, OutletServiceItem, PriceItem } from './outlet-parts.entity.js'
import { distanceFrom } from './search/distance.js'
import { isListed } from './search/outlet-row.js'
import { Vocabulary } from './search/vocabulary.js'

interface Parts {
  services: readonly OutletServiceItem[]
  access: readonly OutletAccess[]
  prices: readonly PriceItem[]
}

/** 网点详情: everything about one outlet, with what the city pack and the circles say about it. */
@Injectable()
export class OutletDetail {
  constructor(
    private readonly tx: Tx,
    private readonly circles: CircleService,
    private readonly pack: CityPack,
    private readonly vocabulary: Vocabulary,
    private readonly clock: Clock,
  ) {}

  async read(outletId: string, from: Partial<Location>): Promise<OutletWire> {
    const outlet = await this.tx.repo(Outlet).findOneBy({ id: outletId })
    if (!outlet || !isListed(outlet.status)) throw new DomainError('OUTLET_UNKNOWN')
    const [services, access, prices] = await Promise.all([
      this.tx.repo(OutletServiceItem).find({ where: { outletId }, order: { serviceCode: 'ASC' } }),
      this.tx.repo(OutletAccess).find({ where: { outletId }, order: { accessCode: 'ASC' } }),
      this.tx.repo(PriceItem).find({ where: { outletId }, order: { position: 'ASC' } }),
    ])
    return { ...this.present(outlet, { services, access, prices }), ...this.distance(outlet, from) }
  }

  private present(outlet: Outlet, parts: Parts): Omit<OutletWire, 'distanceMeters' | 'walkMinutes'> {
    const { id, name, formatCode, isDemo, status, lng, lat, address, phone, hours, communityCode } = outlet
    const { priceNote, lastConfirmedOn, hoursNote, addressNote, isChain, pricesUpdatedOn, lastConfirmedBy } =
      outlet
    return {
      ...{ id, name, formatCode, isDemo, status, address, phone, hours, priceNote, lastConfirmedOn },
      ...{ hoursNote, addressNote, isChain, pricesUpdatedOn, lastConfirmedBy },
      location: { lng, lat },
      offer: outlet.offerLabel,
      openNow: isOpen(openStateAt(hours, status, this.clock.now())),
      formatName: this.vocabulary.formatName(formatCode),
      community: { code: communityCode, name: this.circles.divisionName(communityCode) ?? communityCode },
      circles: this.circles.circlesOfCommunity(communityCode).map((circle) => ({
        id: circle.id,
        shortName: circle.shortName,
      })),
      services: parts.services.map(({ serviceCode: code }) => ({
        code,
        name: this.vocabulary.services.get(code)?.name ?? code,
      })),
      accessible: parts.access.filter(({ state }) => state === 'yes').map(({ accessCode }) => accessCode),
      accessibility: this.accessibility(parts.access),
      priceItems: parts.prices.map((item) => ({
        name: item.name,
        priceFen: item.priceFen,
        unit: item.unit,
        note: item.note,
      })),
    }
  }

  /** Every item of the pack: one nobody checked is 未核实, never left out. */
  private accessibility(access: readonly OutletAccess[]): OutletWire['accessibility'] {
    const states = new Map(access.map(({ accessCode, state }) => [accessCode, state]))
    return Array.from(this.vocabulary.accessibility.values(), ({ code, name }) => ({
      code,
      name,
      state: states.get(code) ?? 'unknown',
    }))
  }

  /** Unknown without a position, and for somebody who is not in the city. */
  private distance(outlet: Outlet, { lng, lat }: Partial<Location>) {
    if (lng === undefined || lat === undefined || !this.pack.contains({ lng, lat }))
      return { distanceMeters: null, walkMinutes: null }
    const meters = Math.round(distanceFrom({ lng, lat })(outlet.lng, outlet.lat) / 100)
    return { distanceMeters: meters, walkMinutes: walkMinutes(meters) }
  }
}

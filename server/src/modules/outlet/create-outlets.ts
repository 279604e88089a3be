import { Injectable } from '@nestjs/common'
import type { Location } from '@yikezhong/shared/http/primitives'
import { type OutletStatus, type WeeklyHours, weeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import type { EntityTarget, ObjectLiteral } from 'typeorm'
import { chunks } from '../../platform/database/chunks.js'
import { Tx } from '../../platform/database/tx.js'
import { Ids } from '../../platform/runtime/ids.js'
import { CircleService, CityPack } from '../circle/index.js'
import { Merchant } from './merchant.entity.js'
import { type ConfirmationSource, Outlet } from './outlet.entity.js'
import { OutletChanges } from './outlet-changes.js'
import { type AccessState, OutletAccess, OutletServiceItem, PriceItem } from './outlet-parts.entity.js'
import { cellOf } from './search/cell.js'
import { Vocabulary } from './search/vocabulary.js'
import { nameSortOf, searchTextOf } from './search/words.js'

/** 商户 to be created; `id` is given only by those who must know it beforehand. */
export interface NewMerchant {
  id?: string
  name: string
  isDemo?: boolean
}

/** 网点 to be created. What is left out is unknown, and shown as unknown. */
export interface NewOutlet {
  id?: string
  merchantId: string
  name: string
  formatCode: string
  communityCode: string
  /** GCJ-02. */
  location: Location
  address: string
  addressNote?: string | null
  status?: OutletStatus
  phone?: string | null
  hours?: WeeklyHours | null
  hoursNote?: string | null
  isChain?: boolean
  priceNote?: string | null
  services?: readonly string[]
  access?: readonly { code: string; state: AccessState }[]
  priceItems?: readonly { name: string; priceFen: number; unit: string; note?: string | null }[]
  pricesUpdatedOn?: string | null
  lastConfirmedOn?: string | null
  lastConfirmedBy?: ConfirmationSource | null
  isDemo?: boolean
}

/** 批量建档: creates merchants and outlets in bulk; all of a call or none of it. */
@Injectable()
export class CreateOutlets {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly pack: CityPack,
    private readonly circles: CircleService,
    private readonly vocabulary: Vocabulary,
    private readonly changes: OutletChanges,
  ) {}

  /** Answers the ids in the order of the rows. */
  async merchants(rows: readonly NewMerchant[]): Promise<string[]> {
    const merchants = rows.map(({ id, name, isDemo = false }) => ({
      id: id ?? this.ids.next(),
      name,
      isDemo,
    }))
    await this.tx.run(() => this.insert(Merchant, merchants))
    return merchants.map(({ id }) => id)
  }

  /** Answers the ids in the order of the rows; throws an Error naming the first row the city pack does not know. */
  async outlets(rows: readonly NewOutlet[]): Promise<string[]> {
    rows.forEach((row) => {
      this.check(row)
    })
    const outlets = rows.map((row) => this.outletOf(row))
    await this.tx.run(async () => {
      await this.insert(Outlet, outlets)
      await this.insert(OutletServiceItem, this.partsOf(outlets, rows, servicesOf))
      await this.insert(OutletAccess, this.partsOf(outlets, rows, accessOf))
      await this.insert(
        PriceItem,
        this.partsOf(outlets, rows, pricesOf).map((item) => ({ ...item, id: this.ids.next() })),
      )
      await this.changes.record(outlets.map(({ id }) => id))
    })
    return outlets.map(({ id }) => id)
  }

  private check(row: NewOutlet) {
    const { formats, services, accessibility } = this.vocabulary
    const wrong: [boolean, string][] = [
      [!formats.has(row.formatCode), `format ${row.formatCode}`],
      [this.circles.division(row.communityCode)?.level !== 'community', `community ${row.communityCode}`],
      [!this.pack.contains(row.location), `location ${row.location.lng},${row.location.lat}`],
      [!(row.services ?? []).every((code) => services.has(code)), `services ${row.services}`],
      [!(row.access ?? []).every(({ code }) => accessibility.has(code)), 'accessibility'],
      [row.hours != null && !weeklyHours.safeParse(row.hours).success, 'hours'],
    ]
    const first = wrong.find(([isWrong]) => isWrong)
    if (first) throw new Error(`outlet ${row.name}: unknown ${first[1]}`)
  }

  private outletOf({ services, access, priceItems, location, ...row }: NewOutlet) {
    const { lng, lat } = location
    const itemNames = (priceItems ?? []).map((item) => item.name)
    return {
      status: 'operating' as const,
      ...row,
      id: row.id ?? this.ids.next(),
      nameSort: nameSortOf(row.name),
      searchText: searchTextOf(row.name, itemNames),
      lng,
      lat,
      cell: cellOf(lng, lat),
    }
  }

  private partsOf<T>(
    outlets: readonly { id: string }[],
    rows: readonly NewOutlet[],
    part: (outletId: string, row: NewOutlet) => T[],
  ): T[] {
    return rows.flatMap((row, at) => part(outlets[at]?.id ?? '', row))
  }

  private async insert<T extends ObjectLiteral>(entity: EntityTarget<T>, rows: object[]): Promise<void> {
    for (const part of chunks(rows)) await this.tx.repo(entity).insert(part as never)
  }
}

const servicesOf = (outletId: string, { services = [] }: NewOutlet) =>
  services.map((serviceCode) => ({ outletId, serviceCode }))

const accessOf = (outletId: string, { access = [] }: NewOutlet) =>
  access.map(({ code, state }) => ({ outletId, accessCode: code, state }))

const pricesOf = (outletId: string, { priceItems = [] }: NewOutlet) =>
  priceItems.map((item, position) => ({ ...item, outletId, position }))

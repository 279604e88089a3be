import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { ResidentActor } from '../../platform/auth/actor.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { CircleService } from '../circle/index.js'
import { ConfirmOutlet } from './confirm-outlet.js'
import { CreateOutlets, type NewMerchant, type NewOutlet } from './create-outlets.js'
import { Merchant } from './merchant.entity.js'
import { type ConfirmationSource, Outlet } from './outlet.entity.js'
import { OutletChanges } from './outlet-changes.js'
import { RemoveDemoOutlets } from './remove-demo-outlets.js'

/** What other modules know about an outlet. */
export interface OutletRef {
  id: string
  name: string
  merchantId: string
  communityCode: string
  circleIds: readonly string[]
  isDemo: boolean
}

/** 网点 for other modules: inside a transaction every call joins it. */
@Injectable()
export class OutletService {
  constructor(
    private readonly tx: Tx,
    private readonly circles: CircleService,
    private readonly changes: OutletChanges,
    private readonly confirmOutlet: ConfirmOutlet,
    private readonly creation: CreateOutlets,
    private readonly removal: RemoveDemoOutlets,
  ) {}

  /** In any order; ids nobody has are left out. */
  async outletRefs(ids: readonly string[]): Promise<OutletRef[]> {
    if (ids.length === 0) return []
    const rows = await this.tx.repo(Outlet).find({
      where: { id: In(sqlIds(ids)) },
      select: { id: true, name: true, merchantId: true, communityCode: true, isDemo: true },
    })
    return rows.map(({ id, name, merchantId, communityCode, isDemo }) => {
      const circleIds = this.circles.circlesOfCommunity(communityCode).map((circle) => circle.id)
      return { id, name, merchantId, communityCode, circleIds, isDemo }
    })
  }

  /** The outlet, if this person works for its merchant; else OUTLET_NOT_YOURS, also when there is no such outlet. */
  async requireMember(actor: ResidentActor, outletId: string): Promise<OutletRef> {
    const [outlet] = await this.outletRefs([outletId])
    const isMember = actor.memberships.some(({ merchantId }) => merchantId === outlet?.merchantId)
    if (!outlet || !isMember) throw new DomainError('OUTLET_NOT_YOURS')
    return outlet
  }

  /** Answers the city day the outlet was last confirmed on. */
  confirm(outletId: string, source: ConfirmationSource, personId: string): Promise<string> {
    return this.confirmOutlet.execute({ outletId, source, personId })
  }

  /** Sets what the offer chip of each outlet says; null takes it away. Outlets left out keep theirs. */
  setOffers(labels: ReadonlyMap<string, string | null>): Promise<void> {
    return this.tx.run(async () => {
      const rows = await this.tx.repo(Outlet).find({
        where: { id: In(sqlIds([...labels.keys()])) },
        select: { id: true, offerLabel: true },
      })
      const changed = rows.filter(({ id, offerLabel }) => offerLabel !== (labels.get(id) ?? null))
      for (const { id } of changed)
        await this.tx.repo(Outlet).update({ id }, { offerLabel: labels.get(id) ?? null })
      await this.changes.record(changed.map(({ id }) => id))
    })
  }

  async outletIdsInCircle(circleId: string): Promise<string[]> {
    const communityCodes = this.circles.communityCodesOf(circleId)
    const rows = await this.tx
      .repo(Outlet)
      .find({ where: { communityCode: In(communityCodes) }, select: { id: true } })
    return rows.map(({ id }) => id)
  }

  async merchantNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.tx
      .repo(Merchant)
      .find({ where: { id: In(sqlIds(ids)) }, select: { id: true, name: true } })
    return new Map(rows.map(({ id, name }) => [id, name]))
  }

  /** Answers the ids in the order of the rows. */
  createMerchants(rows: readonly NewMerchant[]): Promise<string[]> {
    return this.creation.merchants(rows)
  }

  /** Answers the ids in the order of the rows. */
  createOutlets(rows: readonly NewOutlet[]): Promise<string[]> {
    return this.creation.outlets(rows)
  }

  /** Removes every demo outlet and demo merchant; answers how many outlets. */
  removeDemoOutlets(): Promise<number> {
    return this.removal.execute()
  }
}

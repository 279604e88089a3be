import { Injectable } from '@nestjs/common'
import type * as Wire from '@yikezhong/shared/coupon/coupon.contract'
import { cityDayStart } from '@yikezhong/shared/time/city-day'
import {
  type FindOptionsWhere,
  In,
  IsNull,
  LessThan,
  LessThanOrEqual,
  MoreThan,
  MoreThanOrEqual,
} from 'typeorm'
import type { ResidentActor } from '../../platform/auth/actor.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { cutPage, decodeCursor, encodeCursor } from '../../platform/http/cursor.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { IdentityService } from '../identity/index.js'
import { OutletService } from '../outlet/index.js'
import { Coupon } from './coupon.entity.js'
import { presentCoupon, presentRedemption } from './coupon.presenter.js'
import { CouponTemplate } from './coupon-template.entity.js'
import { CouponTemplateService } from './coupon-template.service.js'
import { Redemption } from './redemption.entity.js'

const PAGE = 20

interface Page {
  limit?: number
  cursor?: string
}

/** Reads of coupons and redemptions: newest first, a page at a time. */
@Injectable()
export class CouponService {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly templates: CouponTemplateService,
    private readonly outlets: OutletService,
    private readonly identity: IdentityService,
  ) {}

  async listMine(
    residentId: string,
    { status, limit = PAGE, cursor }: Page & { status?: Wire.CouponStatus },
  ) {
    const rows = await this.tx.repo(Coupon).find({
      where: { residentId, ...this.statusFilter(status), ...before(cursor) },
      order: { id: 'DESC' },
      take: limit + 1,
    })
    const page = cutPage(rows, limit, ({ id }) => encodeCursor([id]))
    return { items: await this.present(page.rows), nextCursor: page.nextCursor }
  }

  async getMine(residentId: string, couponId: string): Promise<Wire.Coupon> {
    const coupon = await this.tx.repo(Coupon).findOneBy({ id: couponId, residentId })
    const [wire] = coupon ? await this.present([coupon]) : []
    if (!wire) throw new DomainError('COUPON_UNKNOWN')
    return wire
  }

  async present(coupons: Coupon[]): Promise<Wire.Coupon[]> {
    const templates = await this.templatesOf(coupons)
    const outlets = await this.templates.outletsOf([...templates.keys()])
    const now = this.clock.now()
    return coupons.map((coupon) =>
      presentCoupon(coupon, found(templates, coupon.templateId), outlets.get(coupon.templateId) ?? [], now),
    )
  }

  async listOutletRedemptions(member: ResidentActor, outletId: string, { limit = PAGE, cursor }: Page) {
    await this.outlets.requireMember(member, outletId)
    const rows = await this.tx.repo(Redemption).find({
      where: { outletId, ...before(cursor) },
      order: { id: 'DESC' },
      take: limit + 1,
    })
    const page = cutPage(rows, limit, ({ id }) => encodeCursor([id]))
    const items = await this.presentRedemptions(page.rows)
    return { items, nextCursor: page.nextCursor, today: await this.today(outletId) }
  }

  async presentRedemptions(redemptions: Redemption[]): Promise<Wire.Redemption[]> {
    const templates = await this.templatesOf(redemptions)
    const refs = await this.outlets.outletRefs([...new Set(redemptions.map(({ outletId }) => outletId))])
    const names = new Map(refs.map(({ id, name }) => [id, name]))
    const tails = await this.identity.residentPhoneTails(redemptions.map(({ residentId }) => residentId))
    return redemptions.map((redemption) =>
      presentRedemption(
        redemption,
        found(templates, redemption.templateId),
        names.get(redemption.outletId) ?? '',
        tails.get(redemption.residentId) ?? null,
      ),
    )
  }

  /** What this outlet redeemed since midnight, reversals left out. */
  async today(outletId: string) {
    const since = cityDayStart(this.clock.now())
    const where = { outletId, redeemedAt: MoreThanOrEqual(since), reversedAt: IsNull() }
    const redemptions = this.tx.repo(Redemption)
    const [count, discountFen, governmentFen] = await Promise.all([
      redemptions.countBy(where),
      redemptions.sum('discountFen', where),
      redemptions.sum('governmentFen', where),
    ])
    return { count, discountFen: Number(discountFen ?? 0), governmentFen: Number(governmentFen ?? 0) }
  }

  private statusFilter(status?: Wire.CouponStatus): FindOptionsWhere<Coupon> {
    if (status === 'used') return { status }
    if (status === 'unused') return { status, validUntil: MoreThan(this.clock.now()) }
    return status === 'expired' ? { status: 'unused', validUntil: LessThanOrEqual(this.clock.now()) } : {}
  }

  private async templatesOf(rows: { templateId: string }[]): Promise<Map<string, CouponTemplate>> {
    const ids = [...new Set(rows.map((row) => row.templateId))]
    if (ids.length === 0) return new Map()
    const templates = await this.tx.repo(CouponTemplate).findBy({ id: In(sqlIds(ids)) })
    return new Map(templates.map((template) => [template.id, template]))
  }
}

const before = (cursor?: string) => (cursor ? { id: LessThan(decodeCursor(cursor, ['string'])[0]) } : {})

function found(templates: Map<string, CouponTemplate>, id: string): CouponTemplate {
  const template = templates.get(id)
  if (!template) throw new Error(`coupon template ${id} is gone`)
  return template
}

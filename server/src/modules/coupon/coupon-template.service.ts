import { Injectable } from '@nestjs/common'
import { claimRefusal } from '@yikezhong/shared/coupon/claim-rule'
import type * as Wire from '@yikezhong/shared/coupon/coupon.contract'
import type { ErrorCode } from '@yikezhong/shared/http/error-codes'
import { In, MoreThan } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.js'
import { Clock } from '../../platform/runtime/clock.js'
import { CircleService } from '../circle/index.js'
import { OutletService } from '../outlet/index.js'
import { Coupon } from './coupon.entity.js'
import { claimable, type Outlets, presentCouponTemplate } from './coupon.presenter.js'
import { CouponTemplate, CouponTemplateOutlet, claimableStatuses } from './coupon-template.entity.js'

const PAGE = 20

/** What can be claimed now comes first, then what can be claimed later, what I have, and what is gone. */
const ORDER: (ErrorCode | null)[] = [
  null,
  'COUPON_CLAIM_NOT_STARTED',
  'COUPON_CLAIM_LIMIT_REACHED',
  'COUPON_PAUSED',
  'COUPON_SOLD_OUT',
]

interface TemplateQuery {
  outletId?: string
  circleId?: string
  limit?: number
  cursor?: string
}

/** Rank, end of the claim window, id: every template has its own. */
type SortKey = readonly [rank: number, claimUntilMs: number, id: string]
type Ranked = { template: CouponTemplate; claimedByMe: number; refusal: ErrorCode | null; key: SortKey }

/** Reads of coupon templates. A city has some hundred open at a time, so they are ranked in memory for the caller. */
@Injectable()
export class CouponTemplateService {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly circles: CircleService,
    private readonly outlets: OutletService,
  ) {}

  async list(actor: Actor, { outletId, circleId, limit = PAGE, cursor }: TemplateQuery) {
    if (circleId) await this.circles.assertCircle(circleId)
    const open = await this.openTemplates()
    const outlets = await this.outletsOf(open.map((template) => template.id))
    const inCircle = circleId ? new Set(await this.outlets.outletIdsInCircle(circleId)) : null
    const isAsked = ({ id }: CouponTemplate) =>
      (outlets.get(id) ?? []).some(
        (outlet) => (!outletId || outlet.id === outletId) && (!inCircle || inCircle.has(outlet.id)),
      )
    const ranked = await this.rank(actor, outletId || inCircle ? open.filter(isAsked) : open)
    const after = cursor ? decodeCursor(cursor, ['number', 'number', 'string']) : null
    const rest = after ? ranked.filter(({ key }) => compare(key, after) > 0) : ranked
    const items = rest.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(({ template, ...mine }) => this.present(template, outlets, mine)),
      nextCursor: last && rest.length > limit ? encodeCursor(last.key) : null,
    }
  }

  /** Usable outlets by template, in name order. */
  async outletsOf(templateIds: string[]): Promise<Map<string, Outlets>> {
    if (templateIds.length === 0) return new Map()
    const links = await this.tx.repo(CouponTemplateOutlet).findBy({ templateId: In(sqlIds(templateIds)) })
    const outletIds = [...new Set(links.map((link) => link.outletId))]
    const refs = new Map((await this.outlets.outletRefs(outletIds)).map((ref) => [ref.id, ref]))
    const byTemplate = new Map<string, { id: string; name: string }[]>(templateIds.map((id) => [id, []]))
    for (const { templateId, outletId } of links) {
      const ref = refs.get(outletId)
      if (ref) byTemplate.get(templateId)?.push(ref)
    }
    for (const outlets of byTemplate.values()) outlets.sort((a, b) => (a.name < b.name ? -1 : 1))
    return byTemplate
  }

  openTemplates(): Promise<CouponTemplate[]> {
    const where = { status: In(claimableStatuses), claimUntil: MoreThan(this.clock.now()) }
    return this.tx.repo(CouponTemplate).findBy(where)
  }

  /** Every outlet that some template names, also an ended one: their labels may have to go. */
  async linkedOutletIds(): Promise<string[]> {
    const rows = await this.tx
      .repo(CouponTemplateOutlet)
      .createQueryBuilder('link')
      .select('DISTINCT link.outletId', 'outletId')
      .getRawMany<{ outletId: string | number }>()
    return rows.map(({ outletId }) => String(outletId))
  }

  private async rank(actor: Actor, templates: CouponTemplate[]): Promise<Ranked[]> {
    const mine =
      actor.kind === 'resident' ? await this.claimedBy(actor.residentId) : new Map<string, number>()
    const now = this.clock.now()
    const ranked = templates.map((template): Ranked => {
      const claimedByMe = mine.get(template.id) ?? 0
      const refusal = claimRefusal(claimable(template), claimedByMe, now)
      return {
        template,
        claimedByMe,
        refusal,
        key: [ORDER.indexOf(refusal), template.claimUntil.getTime(), template.id.padStart(19, '0')],
      }
    })
    return ranked.sort((a, b) => compare(a.key, b.key))
  }

  private async claimedBy(residentId: string): Promise<Map<string, number>> {
    const rows = await this.tx
      .repo(Coupon)
      .createQueryBuilder('coupon')
      .select('coupon.templateId', 'templateId')
      .addSelect('COUNT(*)', 'count')
      .where('coupon.residentId = :residentId', { residentId })
      .groupBy('coupon.templateId')
      .getRawMany<{ templateId: string | number; count: string | number }>()
    return new Map(rows.map((row) => [String(row.templateId), Number(row.count)]))
  }

  private present(
    template: CouponTemplate,
    outlets: Map<string, Outlets>,
    { claimedByMe, refusal }: Omit<Ranked, 'template'>,
  ): Wire.CouponTemplate {
    return presentCouponTemplate(template, outlets.get(template.id) ?? [], { claimedByMe, refusal })
  }
}

function compare(a: SortKey, b: SortKey): number {
  if (a[0] !== b[0]) return a[0] - b[0]
  if (a[1] !== b[1]) return a[1] - b[1]
  return Number(a[2] > b[2]) - Number(a[2] < b[2])
}

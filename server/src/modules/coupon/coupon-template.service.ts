import { Injectable } from '@nestjs/common'
import { claimRefusal } from '@yikezhong/shared/coupon/claim-rule'
import type * as Wire from '@yikezhong/shared/coupon/coupon.contract'
import type { ErrorCode } from '@yikezhong/shared/http/error-codes'
import { In, MoreThan } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { cutPage, decodeCursor, encodeCursor } from '../../platform/http/cursor.js'
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
/** What the caller has of a template already. */
type Mine = { claimedByMe: number; myCouponId: string | null }
type Ranked = Mine & { template: CouponTemplate; refusal: ErrorCode | null; key: SortKey }

const nothingOfMine: Mine = { claimedByMe: 0, myCouponId: null }

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
    const page = cutPage(rest, limit, ({ key }) => encodeCursor(key))
    const items = page.rows.map(({ template, ...mine }) => this.present(template, outlets, mine))
    return { items, nextCursor: page.nextCursor }
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
    const mine = await this.mineOf(actor, templates)
    const now = this.clock.now()
    const ranked = templates.map((template): Ranked => {
      const ofThis = mine.get(template.id) ?? nothingOfMine
      const refusal = claimRefusal(claimable(template), ofThis.claimedByMe, now)
      return {
        template,
        ...ofThis,
        refusal,
        key: [ORDER.indexOf(refusal), template.claimUntil.getTime(), template.id.padStart(19, '0')],
      }
    })
    return ranked.sort((a, b) => compare(a.key, b.key))
  }

  private async mineOf(actor: Actor, templates: CouponTemplate[]): Promise<Map<string, Mine>> {
    const mine = new Map<string, Mine>()
    if (actor.kind !== 'resident' || templates.length === 0) return mine
    const templateId = In(sqlIds(templates.map((template) => template.id)))
    const rows = await this.tx.repo(Coupon).find({
      where: { residentId: actor.residentId, templateId },
      select: { id: true, templateId: true, status: true, validUntil: true },
      order: { validUntil: 'ASC', id: 'ASC' },
    })
    const now = this.clock.now()
    for (const { id, status, validUntil, ...row } of rows) {
      const { claimedByMe, myCouponId } = mine.get(row.templateId) ?? nothingOfMine
      const isUsable = status === 'unused' && validUntil > now
      mine.set(row.templateId, {
        claimedByMe: claimedByMe + 1,
        myCouponId: myCouponId ?? (isUsable ? id : null),
      })
    }
    return mine
  }

  private present(
    template: CouponTemplate,
    outlets: Map<string, Outlets>,
    { claimedByMe, myCouponId, refusal }: Omit<Ranked, 'template'>,
  ): Wire.CouponTemplate {
    return presentCouponTemplate(template, outlets.get(template.id) ?? [], {
      claimedByMe,
      myCouponId,
      refusal,
    })
  }
}

function compare(a: SortKey, b: SortKey): number {
  if (a[0] !== b[0]) return a[0] - b[0]
  if (a[1] !== b[1]) return a[1] - b[1]
  return Number(a[2] > b[2]) - Number(a[2] < b[2])
}

import { Injectable } from '@nestjs/common'
import { claimRefusal } from '@yikezhong/shared/coupon/claim-rule'
import { Every } from '../../platform/jobs/every.js'
import { Clock } from '../../platform/runtime/clock.js'
import { OutletService } from '../outlet/index.js'
import { claimable } from './coupon.presenter.js'
import type { CouponTemplate } from './coupon-template.entity.js'
import { CouponTemplateService } from './coupon-template.service.js'

/** 网点的优惠标签: what an outlet's card says about its best coupon that can be claimed now. */
@Injectable()
export class RefreshOutletOffers {
  constructor(
    private readonly clock: Clock,
    private readonly templates: CouponTemplateService,
    private readonly outlets: OutletService,
  ) {}

  @Every({ name: 'coupon.offers', seconds: 30 })
  async execute(): Promise<void> {
    const now = this.clock.now()
    const open = (await this.templates.openTemplates()).filter(
      (template) => !claimRefusal(claimable(template), 0, now),
    )
    const outlets = await this.templates.outletsOf(open.map((template) => template.id))
    const best = new Map<string, CouponTemplate>()
    for (const template of open)
      for (const { id } of outlets.get(template.id) ?? [])
        if (template.faceValueFen > (best.get(id)?.faceValueFen ?? 0)) best.set(id, template)
    const linked = await this.templates.linkedOutletIds()
    await this.outlets.setOffers(new Map(linked.map((id) => [id, offerLabel(best.get(id))])))
  }
}

const yuan = (fen: number) => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

const offerLabel = (template?: CouponTemplate) => (template ? `减 ${yuan(template.faceValueFen)} 元` : null)

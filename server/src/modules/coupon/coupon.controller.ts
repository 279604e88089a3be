import { Controller } from '@nestjs/common'
import {
  claimCoupon,
  getMyCoupon,
  issueCouponCode,
  listCouponTemplates,
  listMyCoupons,
} from '@yikezhong/shared/coupon/coupon.contract'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import { CurrentActor, CurrentResident } from '../../platform/auth/actor.decorators.js'
import type { Actor, ResidentActor } from '../../platform/auth/actor.js'
import { Implements, Input } from '../../platform/http/endpoint.decorator.js'
import { ClaimCoupon } from './claim-coupon.js'
import { CouponService } from './coupon.service.js'
import { CouponTemplateService } from './coupon-template.service.js'
import { IssueCouponCode } from './issue-coupon-code.js'

/** 领券和我的券: what residents do. */
@Controller()
export class CouponController {
  constructor(
    private readonly templates: CouponTemplateService,
    private readonly coupons: CouponService,
    private readonly claimCoupon: ClaimCoupon,
    private readonly issueCouponCode: IssueCouponCode,
  ) {}

  @Implements(listCouponTemplates)
  listTemplates(@CurrentActor() actor: Actor, @Input() { query }: RequestOf<typeof listCouponTemplates>) {
    return this.templates.list(actor, query)
  }

  @Implements(claimCoupon)
  async claim(
    @CurrentResident() { residentId }: ResidentActor,
    @Input() { params }: RequestOf<typeof claimCoupon>,
  ) {
    const coupon = await this.claimCoupon.execute(residentId, params.templateId)
    return (await this.coupons.present([coupon]))[0]
  }

  @Implements(listMyCoupons)
  listMine(
    @CurrentResident() { residentId }: ResidentActor,
    @Input() { query }: RequestOf<typeof listMyCoupons>,
  ) {
    return this.coupons.listMine(residentId, query)
  }

  @Implements(getMyCoupon)
  getMine(
    @CurrentResident() { residentId }: ResidentActor,
    @Input() { params }: RequestOf<typeof getMyCoupon>,
  ) {
    return this.coupons.getMine(residentId, params.couponId)
  }

  @Implements(issueCouponCode)
  issueCode(
    @CurrentResident() { residentId }: ResidentActor,
    @Input() { params }: RequestOf<typeof issueCouponCode>,
  ) {
    return this.issueCouponCode.execute(residentId, params.couponId)
  }
}

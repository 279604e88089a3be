import { Controller } from '@nestjs/common'
import {
  listOutletRedemptions,
  redeemCoupon,
  reverseRedemption,
} from '@yikezhong/shared/coupon/coupon.contract'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import { CurrentResident } from '../../platform/auth/actor.decorators.js'
import type { ResidentActor } from '../../platform/auth/actor.js'
import { Implements, Input } from '../../platform/http/endpoint.decorator.js'
import { CouponService } from './coupon.service.js'
import { RedeemCoupon } from './redeem-coupon.js'
import { ReverseRedemption } from './reverse-redemption.js'

/** 核销: what a merchant's members do in the shop. */
@Controller()
export class RedemptionController {
  constructor(
    private readonly coupons: CouponService,
    private readonly redeemCoupon: RedeemCoupon,
    private readonly reverseRedemption: ReverseRedemption,
  ) {}

  @Implements(redeemCoupon)
  async redeem(@CurrentResident() member: ResidentActor, @Input() { body }: RequestOf<typeof redeemCoupon>) {
    const redemption = await this.redeemCoupon.execute(member, body)
    const [wire] = await this.coupons.presentRedemptions([redemption])
    return { ...wire, todayCount: (await this.coupons.today(body.outletId)).count }
  }

  @Implements(reverseRedemption)
  async reverse(
    @CurrentResident() member: ResidentActor,
    @Input() { params }: RequestOf<typeof reverseRedemption>,
  ) {
    const redemption = await this.reverseRedemption.execute(member, params.redemptionId)
    return (await this.coupons.presentRedemptions([redemption]))[0]
  }

  @Implements(listOutletRedemptions)
  list(
    @CurrentResident() member: ResidentActor,
    @Input() { params, query }: RequestOf<typeof listOutletRedemptions>,
  ) {
    return this.coupons.listOutletRedemptions(member, params.outletId, query)
  }
}

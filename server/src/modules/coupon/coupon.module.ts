import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CircleModule } from '../circle/index.js'
import { IdentityModule } from '../identity/index.js'
import { OutletModule } from '../outlet/index.js'
import { ClaimCoupon } from './claim-coupon.js'
import { CodeReader } from './code-reader.js'
import { CouponController } from './coupon.controller.js'
import { CouponDemo } from './coupon.demo.js'
import { Coupon, CouponCode } from './coupon.entity.js'
import { CouponService } from './coupon.service.js'
import { CouponPrivacy } from './coupon-privacy.js'
import { CouponSigner } from './coupon-signer.js'
import { CouponTemplate, CouponTemplateOutlet } from './coupon-template.entity.js'
import { CouponTemplateService } from './coupon-template.service.js'
import { IssueCouponCode } from './issue-coupon-code.js'
import { RedeemCoupon } from './redeem-coupon.js'
import { RedemptionController } from './redemption.controller.js'
import { Redemption } from './redemption.entity.js'
import { RefreshOutletOffers } from './refresh-outlet-offers.js'
import { ReverseRedemption } from './reverse-redemption.js'

@Module({
  imports: [
    TypeOrmModule.forFeature([CouponTemplate, CouponTemplateOutlet, Coupon, CouponCode, Redemption]),
    CircleModule,
    IdentityModule,
    OutletModule,
  ],
  controllers: [CouponController, RedemptionController],
  providers: [
    ClaimCoupon,
    CodeReader,
    CouponDemo,
    CouponPrivacy,
    CouponService,
    CouponSigner,
    CouponTemplateService,
    IssueCouponCode,
    RedeemCoupon,
    RefreshOutletOffers,
    ReverseRedemption,
  ],
  exports: [CouponDemo],
})
export class CouponModule {}

import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Tx } from '../../platform/database/tx.js'
import { PersonalData } from '../identity/index.js'
import { Coupon } from './coupon.entity.js'

/** 券里的个人数据: given out on request. After erasure the ids lead to nobody, so the ledger of use can stay. */
@Injectable()
export class CouponPrivacy implements OnModuleInit {
  constructor(
    private readonly tx: Tx,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit() {
    const rows = (residentId: string) => this.couponsOf(residentId)
    this.personalData.register({ name: 'coupons', title: '优惠券', order: 30, rows })
  }

  private async couponsOf(residentId: string) {
    const coupons = await this.tx.repo(Coupon).find({ where: { residentId }, order: { id: 'ASC' } })
    return coupons.map((coupon) => ({
      编号: coupon.id,
      券模板编号: coupon.templateId,
      状态: coupon.status === 'used' ? '已使用' : '未使用',
      领取时间: coupon.claimedAt.toISOString(),
      使用时间: coupon.usedAt?.toISOString() ?? null,
      使用网点编号: coupon.usedOutletId,
    }))
  }
}

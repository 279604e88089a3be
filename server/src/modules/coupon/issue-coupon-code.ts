import { Injectable } from '@nestjs/common'
import type { CouponCode as Wire } from '@yikezhong/shared/coupon/coupon.contract'
import { useRefusal } from '@yikezhong/shared/coupon/redeem-rule'
import { isDuplicateKey, Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Random } from '../../platform/runtime/random.js'
import { Coupon, CouponCode } from './coupon.entity.js'
import { usable } from './coupon.presenter.js'
import { CouponSigner } from './coupon-signer.js'
import { CouponTemplate } from './coupon-template.entity.js'

const TTL_SECONDS = 60
const MAX_DRAWS = 5

/** 出示券码: a new signed code and eight digits for one of my coupons; the code before stops working. */
@Injectable()
export class IssueCouponCode {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly signer: CouponSigner,
  ) {}

  async execute(residentId: string, couponId: string): Promise<Wire> {
    const coupon = await this.tx.repo(Coupon).findOneBy({ id: couponId, residentId })
    if (!coupon) throw new DomainError('COUPON_UNKNOWN')
    const template = await this.tx.repo(CouponTemplate).findOneByOrFail({ id: coupon.templateId })
    const now = this.clock.now()
    const refusal = useRefusal(usable(coupon, template), now)
    if (refusal) throw new DomainError(refusal)

    const body = { couponId, nonce: this.random.bytes(16).toString('hex'), expiresAt: expiryAfter(now) }
    const digits = await this.store(body)
    return {
      code: this.signer.sign(body, coupon),
      digits,
      expiresAt: body.expiresAt.toISOString(),
      ttlSeconds: Math.max(1, Math.floor((body.expiresAt.getTime() - now.getTime()) / 1000)),
    }
  }

  /**
   * Digits are random, so two coupons may draw the same: then draw again. No upsert here: on a clash of digits it would
   * overwrite the other coupon's code.
   */
  private async store(body: Pick<CouponCode, 'couponId' | 'nonce' | 'expiresAt'>): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const digits = String(this.random.int(1e8)).padStart(8, '0')
      try {
        await this.tx.run(async (manager) => {
          await manager.delete(CouponCode, { couponId: body.couponId })
          await manager.insert(CouponCode, { ...body, digits })
        })
        return digits
      } catch (error) {
        if (!isDuplicateKey(error) || attempt === MAX_DRAWS) throw error
      }
    }
  }
}

/** Whole seconds, because the signed code carries seconds; never more than a minute from now. */
const expiryAfter = (now: Date) => new Date((Math.floor(now.getTime() / 1000) + TTL_SECONDS) * 1000)

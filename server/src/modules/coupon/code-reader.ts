import { Injectable } from '@nestjs/common'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Coupon, CouponCode } from './coupon.entity.js'
import { CouponSigner } from './coupon-signer.js'

/** Wrong codes a member may enter in a minute: eight digits cannot be guessed at this pace. */
const WRONG_CODES_PER_MINUTE = 20

/** 认券码: finds the coupon behind a scanned code or eight typed digits, or says why it does not count. */
@Injectable()
export class CodeReader {
  private readonly wrong = new RateLimiterMemory({ points: WRONG_CODES_PER_MINUTE, duration: 60 })

  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly signer: CouponSigner,
  ) {}

  async read(text: string, memberId: string): Promise<Coupon> {
    const guesses = await this.wrong.get(memberId)
    if (guesses !== null && guesses.consumedPoints >= WRONG_CODES_PER_MINUTE)
      throw new DomainError('RATE_LIMITED')
    const digits = text.replace(/[\s-]/g, '')
    const coupon = /^\d{8}$/.test(digits) ? await this.byDigits(digits) : await this.bySignature(text)
    if (coupon) return coupon
    await this.wrong.penalty(memberId)
    throw new DomainError('COUPON_CODE_INVALID')
  }

  private async byDigits(digits: string): Promise<Coupon | null> {
    const shown = await this.tx.repo(CouponCode).findOneBy({ digits })
    if (!shown) return null
    const coupon = await this.tx.repo(Coupon).findOneByOrFail({ id: shown.couponId })
    this.requireFresh(coupon, shown.expiresAt)
    return coupon
  }

  private async bySignature(code: string): Promise<Coupon | null> {
    const body = this.signer.read(code)
    const coupon = body && (await this.tx.repo(Coupon).findOneBy({ id: body.couponId }))
    if (!coupon || !this.signer.verify(code, coupon)) return null
    this.requireFresh(coupon, body.expiresAt)
    const shown = await this.tx.repo(CouponCode).findOneBy({ couponId: coupon.id })
    if (shown?.nonce !== body.nonce) throw new DomainError('COUPON_CODE_EXPIRED')
    return coupon
  }

  /** Used is said before expired: it is what the clerk must know. */
  private requireFresh(coupon: Coupon, expiresAt: Date) {
    if (coupon.status === 'used') throw new DomainError('COUPON_ALREADY_USED')
    if (expiresAt <= this.clock.now()) throw new DomainError('COUPON_CODE_EXPIRED')
  }
}

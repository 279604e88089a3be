import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config } from '../../platform/config/config.js'

const PREFIX = 'YK1.'
const SIGNATURE_BYTES = 16
const NONCE_BYTES = 16
const BODY_BYTES = 8 + NONCE_BYTES + 4

export interface CodeBody {
  couponId: string
  /** 32 hexadecimal digits. */
  nonce: string
  expiresAt: Date
}

/** To whom a code is bound: a code signed for one person or template opens no other's coupon. */
export interface CodeOwner {
  residentId: string
  templateId: string
}

/**
 * 券码签名: `YK1.` + base64url of coupon id (8 bytes), nonce (16), expiry in seconds (4) and the first 16 bytes of an
 * HMAC-SHA-256 over them, the owner and the template.
 */
@Injectable()
export class CouponSigner {
  private readonly key: Buffer

  constructor(@Inject(CONFIG) config: Config) {
    this.key = Buffer.from(hkdfSync('sha256', config.APP_SECRET, '', 'coupon-code', 32))
  }

  sign(body: CodeBody, owner: CodeOwner): string {
    const bytes = Buffer.alloc(BODY_BYTES)
    bytes.writeBigUInt64BE(BigInt(body.couponId), 0)
    bytes.write(body.nonce, 8, 'hex')
    bytes.writeUInt32BE(Math.floor(body.expiresAt.getTime() / 1000), 8 + NONCE_BYTES)
    return PREFIX + Buffer.concat([bytes, this.signature(bytes, owner)]).toString('base64url')
  }

  /** What a code says about itself, before `verify`; null when it is not one of ours. */
  read(code: string): CodeBody | null {
    if (!code.startsWith(PREFIX)) return null
    const bytes = Buffer.from(code.slice(PREFIX.length), 'base64url')
    if (bytes.length !== BODY_BYTES + SIGNATURE_BYTES) return null
    return {
      couponId: bytes.readBigUInt64BE(0).toString(),
      nonce: bytes.subarray(8, 8 + NONCE_BYTES).toString('hex'),
      expiresAt: new Date(bytes.readUInt32BE(8 + NONCE_BYTES) * 1000),
    }
  }

  verify(code: string, owner: CodeOwner): boolean {
    const bytes = Buffer.from(code.slice(PREFIX.length), 'base64url')
    const expected = this.signature(bytes.subarray(0, BODY_BYTES), owner)
    return timingSafeEqual(bytes.subarray(BODY_BYTES), expected)
  }

  private signature(body: Buffer, { residentId, templateId }: CodeOwner): Buffer {
    const mac = createHmac('sha256', this.key).update(body).update(`${residentId}.${templateId}`)
    return mac.digest().subarray(0, SIGNATURE_BYTES)
  }
}

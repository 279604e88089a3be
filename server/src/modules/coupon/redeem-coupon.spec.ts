import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import {
  claimCoupon,
  getMyCoupon,
  issueCouponCode,
  listOutletRedemptions,
  redeemCoupon,
  reverseRedemption,
} from '@yikezhong/shared/coupon/coupon.contract'
import { DataSource } from 'typeorm'
import { call, startTestApp } from '../../../test/app.js'
import {
  DAY_MS,
  daysFromNow,
  makeCity,
  makeMember,
  makeOutlet,
  makeResident,
  makeTemplate,
  type Person,
} from '../../../test/make.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Redemption } from './redemption.entity.js'

let app: NestFastifyApplication
let shop: { id: string; merchantId: string }
let clerk: Person

beforeAll(async () => {
  app = await startTestApp()
  await makeCity(app)
  shop = await makeOutlet(app)
  clerk = await makeMember(app, shop.merchantId)
})
afterEach(() => jest.restoreAllMocks())
afterAll(() => app.close())

/** A resident with a fresh coupon and a code for it. */
async function makeCode(change: Parameters<typeof makeTemplate>[2] = {}) {
  const person = await makeResident(app)
  const templateId = await makeTemplate(app, [shop.id], change)
  const coupon = (await call(app, claimCoupon, { params: { templateId } }, person.token)).body
  const show = () => call(app, issueCouponCode, { params: { couponId: coupon.id } }, person.token)
  return { person, coupon, show, ...(await show()).body }
}

const redeem = (code: string, options: { outletId?: string; amountFen?: number; by?: Person } = {}) => {
  const { outletId = shop.id, amountFen, by = clerk } = options
  return call(app, redeemCoupon, { body: { code, outletId, amountFen } }, by.token)
}
const at = (ms: number) => jest.spyOn(app.get(Clock), 'now').mockReturnValue(new Date(Date.now() + ms))
const redemptionsOf = (couponId: string) => app.get(DataSource).getRepository(Redemption).findBy({ couponId })

describe('POST /redemptions', () => {
  it.each(['code', 'digits'] as const)(
    'takes the %s once, tells the clerk what to take off and who pays',
    async (kind) => {
      const shown = await makeCode()
      expect(shown.ttlSeconds).toBeLessThanOrEqual(60)
      const { status, body } = await redeem(shown[kind], { amountFen: 3000 })
      expect(status).toBe(201)
      expect(body).toMatchObject({
        discountFen: 800,
        governmentFen: 480,
        merchantFen: 320,
        outletName: '测试面馆',
      })
      const again = await redeem(shown[kind])
      expect([again.status, again.error.code]).toEqual([409, 'COUPON_ALREADY_USED'])
      const mine = await call(app, getMyCoupon, { params: { couponId: shown.coupon.id } }, shown.person.token)
      expect(mine.body).toMatchObject({ status: 'used', usedOutletName: '测试面馆' })
    },
  )

  it('reads digits the way people write them', async () => {
    const { digits } = await makeCode()
    expect((await redeem(`${digits.slice(0, 4)} ${digits.slice(4)}`)).status).toBe(201)
  })

  it('lets 200 clerks with one code redeem it once', async () => {
    const { code, coupon } = await makeCode()
    const answers = await Promise.all(Array.from({ length: 200 }, () => redeem(code)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(answers.flatMap(({ error }) => error?.code ?? []))).toEqual(
      new Set(['COUPON_ALREADY_USED']),
    )
    expect(await redemptionsOf(coupon.id)).toHaveLength(1)
  })

  it('puts the old code out of use when a new one is shown', async () => {
    const old = await makeCode()
    const fresh = (await old.show()).body
    expect((await redeem(old.code)).error.code).toBe('COUPON_CODE_EXPIRED')
    expect((await redeem(old.digits)).error.code).toBe('COUPON_CODE_INVALID')
    expect((await redeem(fresh.code)).status).toBe(201)
  })

  it.each(['code', 'digits'] as const)('refuses a %s after its minute', async (kind) => {
    const shown = await makeCode()
    at(61_000)
    expect((await redeem(shown[kind])).error.code).toBe('COUPON_CODE_EXPIRED')
    expect(await redemptionsOf(shown.coupon.id)).toHaveLength(0)
  })

  it('refuses a forged code: every changed byte, and a code signed for another person', async () => {
    const { code, coupon } = await makeCode()
    const bytes = Buffer.from(code.slice(4), 'base64url')
    for (const place of [0, 7, 8, 20, 27, 28, bytes.length - 1]) {
      const forged = Buffer.from(bytes)
      forged[place] = (forged[place] ?? 0) ^ 1
      const { error } = await redeem(`YK1.${forged.toString('base64url')}`)
      expect(error.code).toBe('COUPON_CODE_INVALID')
    }
    expect(await redemptionsOf(coupon.id)).toHaveLength(0)
  })

  it.each([['12345678'], ['YK1.'], ['YK1.AAAA'], ['𠮷😀'], ['../../etc'], ["' OR 1=1 --"]])(
    'refuses %j as no code of ours',
    async (text) =>
      expect((await redeem(text, { by: await makeMember(app, shop.merchantId) })).error.code).toBe(
        'COUPON_CODE_INVALID',
      ),
  )

  it('slows a member down who keeps entering wrong codes', async () => {
    const guesser = await makeMember(app, shop.merchantId)
    const answers = []
    for (let guess = 0; guess < 22; guess++)
      answers.push((await redeem(String(90000000 + guess), { by: guesser })).error.code)
    expect(answers.at(-1)).toBe('RATE_LIMITED')
    const { digits } = await makeCode()
    expect((await redeem(digits, { by: guesser })).error.code).toBe('RATE_LIMITED')
  })

  it("refuses another merchant's member, another outlet's coupon, a small bill and a resident who works nowhere", async () => {
    const other = await makeOutlet(app, { name: '别家' })
    const stranger = await makeMember(app, other.merchantId)
    const { code } = await makeCode()
    expect((await redeem(code, { by: stranger })).error.code).toBe('OUTLET_NOT_YOURS')
    expect((await redeem(code, { by: stranger, outletId: other.id })).error.code).toBe(
      'COUPON_OUTLET_MISMATCH',
    )
    expect((await redeem(code, { amountFen: 2999 })).error.code).toBe('COUPON_MIN_SPEND_NOT_MET')
    expect((await redeem(code, { by: await makeResident(app) })).error.code).toBe('FORBIDDEN')
    expect((await redeem(code)).status).toBe(201)
  })

  it('refuses a coupon outside its days', async () => {
    const early = await makeResident(app)
    const templateId = await makeTemplate(app, [shop.id], { validFrom: daysFromNow(1) })
    const { id: couponId } = (await call(app, claimCoupon, { params: { templateId } }, early.token)).body
    const show = () => call(app, issueCouponCode, { params: { couponId } }, early.token)
    expect((await show()).error.code).toBe('COUPON_NOT_YET_VALID')
    at(21 * DAY_MS)
    expect((await show()).error.code).toBe('COUPON_EXPIRED')
  })

  it("never shows a code for another's coupon", async () => {
    const { coupon } = await makeCode()
    const { token } = await makeResident(app)
    const answer = await call(app, issueCouponCode, { params: { couponId: coupon.id } }, token)
    expect([answer.status, answer.error.code]).toEqual([404, 'COUPON_UNKNOWN'])
  })
})

describe('POST /redemptions/:redemptionId/reversal', () => {
  const reverse = (redemptionId: string, by = clerk) =>
    call(app, reverseRedemption, { params: { redemptionId } }, by.token)

  it('gives the coupon back once, however many press, and it can be used again', async () => {
    const shown = await makeCode()
    const { id } = (await redeem(shown.code)).body
    const answers = await Promise.all(Array.from({ length: 10 }, () => reverse(id)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await reverse(id)).error.code).toBe('REDEMPTION_ALREADY_REVERSED')
    const fresh = (await shown.show()).body
    expect((await redeem(fresh.code)).status).toBe(201)
    expect(await redemptionsOf(shown.coupon.id)).toHaveLength(2)
  })

  it('refuses after five minutes, and a member of another merchant at any time', async () => {
    const stranger = await makeMember(app, (await makeOutlet(app)).merchantId)
    const { id } = (await redeem((await makeCode()).code)).body
    expect((await reverse(id, stranger)).error.code).toBe('OUTLET_NOT_YOURS')
    at(5 * 60_000 + 1000)
    expect((await reverse(id)).error.code).toBe('REDEMPTION_REVERSAL_TOO_LATE')
  })
})

describe('GET /merchant/outlets/:outletId/redemptions', () => {
  it("adds up today, leaving reversals out, and is closed to other merchants' members", async () => {
    const own = await makeOutlet(app, { name: '小店' })
    const member = await makeMember(app, own.merchantId, 'owner')
    const list = (by: Person) =>
      call(app, listOutletRedemptions, { params: { outletId: own.id }, query: {} }, by.token)
    for (let nth = 0; nth < 2; nth++) {
      const person = await makeResident(app)
      const templateId = await makeTemplate(app, [own.id])
      const { id: couponId } = (await call(app, claimCoupon, { params: { templateId } }, person.token)).body
      const { code } = (await call(app, issueCouponCode, { params: { couponId } }, person.token)).body
      await redeem(code, { outletId: own.id, by: member })
    }
    const before = (await list(member)).body
    expect(before.today).toEqual({ count: 2, discountFen: 1600, governmentFen: 960 })
    const [latest] = before.items
    await call(app, reverseRedemption, { params: { redemptionId: latest?.id ?? '' } }, member.token)
    expect((await list(member)).body.today).toEqual({ count: 1, discountFen: 800, governmentFen: 480 })
    expect((await list(clerk)).error.code).toBe('OUTLET_NOT_YOURS')
  })
})

import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { claimCoupon, listCouponTemplates, listMyCoupons } from '@yikezhong/shared/coupon/coupon.contract'
import { DataSource } from 'typeorm'
import { call, startTestApp } from '../../../test/app.js'
import {
  circleNo,
  daysFromNow,
  makeCity,
  makeOutlet,
  makeResident,
  makeTemplate,
  type Person,
} from '../../../test/make.js'
import { Coupon } from './coupon.entity.js'
import { CouponTemplate } from './coupon-template.entity.js'

let app: NestFastifyApplication
let outletId: string
let zhang: Person

beforeAll(async () => {
  app = await startTestApp()
  await makeCity(app)
  outletId = (await makeOutlet(app)).id
  zhang = await makeResident(app)
})
afterAll(() => app.close())

const claim = (templateId: string, token?: string) =>
  call(app, claimCoupon, { params: { templateId } }, { token })
const rowsOf = (templateId: string) => app.get(DataSource).getRepository(Coupon).findBy({ templateId })
const claimedCount = async (id: string) =>
  (await app.get(DataSource).getRepository(CouponTemplate).findOneByOrFail({ id })).claimedCount

describe('POST /coupon-templates/:templateId/claims', () => {
  it('hands out a coupon with everything the person needs to use it', async () => {
    const templateId = await makeTemplate(app, [outletId])
    const { status, body } = await claim(templateId, zhang.token)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      templateId,
      status: 'unused',
      faceValueFen: 800,
      minSpendFen: 3000,
      outletCount: 1,
    })
    const mine = await call(app, listMyCoupons, { query: { status: 'unused' } }, zhang.token)
    expect(mine.body.items.map((coupon) => coupon.id)).toContain(body.id)
  })

  it('gives 100 people who each try twice at once a stock of 20, one each, and nobody a fault', async () => {
    const templateId = await makeTemplate(app, [outletId], { totalCount: 20 })
    const people = await Promise.all(Array.from({ length: 100 }, () => makeResident(app)))
    const answers = await Promise.all([...people, ...people].map(({ token }) => claim(templateId, token)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
    const rows = await rowsOf(templateId)
    expect(rows).toHaveLength(20)
    expect(new Set(rows.map((row) => row.residentId)).size).toBe(20)
    expect(await claimedCount(templateId)).toBe(20)
  })

  it('keeps a limit above one exact for one person with many hands', async () => {
    const templateId = await makeTemplate(app, [outletId], { perPersonLimit: 3 })
    const { token } = await makeResident(app)
    const answers = await Promise.all(Array.from({ length: 12 }, () => claim(templateId, token)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(new Set(answers.flatMap(({ error }) => error?.code ?? []))).toEqual(
      new Set(['COUPON_CLAIM_LIMIT_REACHED']),
    )
    expect(await claimedCount(templateId)).toBe(3)
  })

  it('answers a repeated request with the same coupon', async () => {
    const templateId = await makeTemplate(app, [outletId], { perPersonLimit: 5 })
    const options = { token: zhang.token, headers: { 'idempotency-key': 'claim-5f3a9c0e-4b1d' } }
    const once = await call(app, claimCoupon, { params: { templateId } }, options)
    const again = await call(app, claimCoupon, { params: { templateId } }, options)
    expect(again.body.id).toBe(once.body.id)
    expect(await claimedCount(templateId)).toBe(1)
  })

  it.each([
    ['a draft', { status: 'draft' }, 404, 'COUPON_TEMPLATE_UNKNOWN'],
    ['a paused one', { status: 'paused' }, 409, 'COUPON_PAUSED'],
    ['an ended one', { status: 'ended' }, 409, 'COUPON_CLAIM_ENDED'],
    ['one not started', { claimFrom: daysFromNow(1) }, 409, 'COUPON_CLAIM_NOT_STARTED'],
    ['one whose window closed', { claimUntil: daysFromNow(-0.5) }, 409, 'COUPON_CLAIM_ENDED'],
    ['one sold out', { totalCount: 0 }, 409, 'COUPON_SOLD_OUT'],
  ] as const)('refuses %s and leaves no trace', async (_, change, status, code) => {
    const templateId = await makeTemplate(app, [outletId], change)
    const answer = await claim(templateId, zhang.token)
    expect([answer.status, answer.error.code]).toEqual([status, code])
    expect(await rowsOf(templateId)).toHaveLength(0)
  })

  it.each([
    ['an unknown template', '1', 404, 'COUPON_TEMPLATE_UNKNOWN'],
    ['an id that is none', '0x1', 400, 'VALIDATION_FAILED'],
    ['an id too large', '99999999999999999999', 400, 'VALIDATION_FAILED'],
  ])('refuses %s', async (_, templateId, status, code) => {
    const answer = await claim(templateId, zhang.token)
    expect([answer.status, answer.error.code]).toEqual([status, code])
  })

  it('asks for a log-in, and refuses a forged token', async () => {
    const templateId = await makeTemplate(app, [outletId])
    expect((await claim(templateId)).error.code).toBe('UNAUTHENTICATED')
    expect((await claim(templateId, 'f'.repeat(43))).error.code).toBe('SESSION_EXPIRED')
    expect(await claimedCount(templateId)).toBe(0)
  })
})

describe('GET /coupon-templates', () => {
  it('puts what I can claim first, says why not for the rest, and pages without gap or repeat', async () => {
    const shop = (await makeOutlet(app, { name: '另一家' })).id
    const { token } = await makeResident(app)
    const soldOut = await makeTemplate(app, [shop], { totalCount: 0 })
    const future = await makeTemplate(app, [shop], { claimFrom: daysFromNow(1) })
    const mine = await makeTemplate(app, [shop])
    const open = await makeTemplate(app, [shop])
    const { id: myCouponId } = (await claim(mine, token)).body
    const all = await call(app, listCouponTemplates, { query: { outletId: shop } }, token)
    expect(all.body.items.map(({ id, refusal }) => [id, refusal])).toEqual([
      [open, null],
      [future, 'COUPON_CLAIM_NOT_STARTED'],
      [mine, 'COUPON_CLAIM_LIMIT_REACHED'],
      [soldOut, 'COUPON_SOLD_OUT'],
    ])
    expect(all.body.items.map((template) => template.myCouponId)).toEqual([null, null, myCouponId, null])
    const first = await call(app, listCouponTemplates, { query: { outletId: shop, limit: '3' } }, token)
    const cursor = first.body.nextCursor ?? ''
    const second = await call(
      app,
      listCouponTemplates,
      { query: { outletId: shop, limit: '3', cursor } },
      token,
    )
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual([
      open,
      future,
      mine,
      soldOut,
    ])
    expect(second.body.nextCursor).toBeNull()
  })

  it('lists by circle, and refuses an unknown circle and a forged cursor', async () => {
    const list = (query: Record<string, string>) => call(app, listCouponTemplates, { query })
    expect((await list({ circleId: circleNo(app, 1).id })).body.items.length).toBeGreaterThan(0)
    expect((await list({ circleId: circleNo(app, 6).id })).body.items).toEqual([])
    expect((await list({ circleId: '1' })).error.code).toBe('CIRCLE_UNKNOWN')
    expect((await list({ cursor: 'Zm9yZ2Vk' })).error.code).toBe('VALIDATION_FAILED')
  })
})

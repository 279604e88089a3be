import { randomUUID } from 'node:crypto'
import { claimCoupon, issueCouponCode, redeemCoupon } from '@yikezhong/shared/coupon/coupon.contract'
import { buildPath, type Endpoint } from '@yikezhong/shared/http/endpoint'
import { requestMyDeletion, startTotp } from '@yikezhong/shared/identity/identity.contract'
import * as fc from 'fast-check'
import { generate } from 'otplib'
import { CityPack } from '../../src/modules/circle/index.js'
import { InviteStaff } from '../../src/modules/identity/index.js'
import { SurveyQuestion } from '../../src/modules/survey/survey-wave.entity.js'
import { Tx } from '../../src/platform/database/tx.js'
import { call } from '../app.js'
import { makeTemplate, makeWave } from '../make.js'
import { staffPassword } from '../people.js'
import { type Caller, newResident } from './callers.js'
import { schemaOf, valuesOf } from './schema-values.js'
import type { World } from './world.js'

/** The parts of a request, before they are put into a URL. */
export interface Request {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

type Planted = (world: World, caller: Caller) => Request | Promise<Request>

/** Sends a request as it is: what is not text becomes text where only text can go. */
export async function send(world: World, endpoint: Endpoint, request: Request, token?: string) {
  const params = Object.fromEntries(
    Object.entries(request.params ?? {}).map(([name, value]) => [name, String(value)]),
  )
  const query = Object.entries(request.query ?? {}).filter(([, value]) => value !== undefined)
  const answer = await world.app.inject({
    method: endpoint.method,
    url: `/api/v1${buildPath(endpoint.path, params)}`,
    query: Object.fromEntries(query.map(([name, value]) => [name, String(value)])),
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(request.body === undefined ? {} : { payload: request.body as object }),
  })
  const type = String(answer.headers['content-type'])
  const body: unknown = type.includes('json') ? answer.json() : undefined
  return { status: answer.statusCode, type, raw: answer.rawPayload, body, code: codeOf(body) }
}

const codeOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'code' in body && 'message' in body ? body.code : undefined

/** True when somebody wrote down how this endpoint is called well; such a call must succeed for whom it is meant. */
export const isPlanted = (name: string) => name in planted

/** A good request of this caller, with things of its own to act upon; for an endpoint nobody planted, a likely one. */
export async function goodRequest(
  world: World,
  [name, , endpoint]: readonly [string, string, Endpoint],
  caller: Caller,
): Promise<Request> {
  return (await planted[name]?.(world, caller)) ?? likelyRequest(world, endpoint)
}

function likelyRequest(world: World, endpoint: Endpoint): Request {
  const part = (schema: object | undefined) => {
    const [value] = fc.sample(valuesOf(schemaOf(schema)), { numRuns: 1, seed: 1 })
    return {
      ...(value as Record<string, unknown>),
      ...knownIds(world, Object.keys(schemaOf(schema).properties ?? {})),
    }
  }
  return {
    ...(endpoint.params ? { params: part(endpoint.params) } : {}),
    ...(endpoint.query ? { query: knownIds(world, schemaOf(endpoint.query).required ?? []) } : {}),
    ...(endpoint.body ? { body: part(endpoint.body) } : {}),
  }
}

function knownIds({ districts: [home], waveId, coupon }: World, names: string[]): Record<string, unknown> {
  const known: Record<string, string | undefined> = {
    circleId: home.circle.id,
    outletId: home.outlets[0]?.id,
    merchantId: home.outlets[0]?.merchantId,
    couponId: coupon.id,
    templateId: coupon.templateId,
    waveId,
    divisionCode: home.code,
    communityCode: home.circle.communities[0]?.code,
  }
  return Object.fromEntries(names.filter((name) => known[name]).map((name) => [name, known[name]]))
}

const homeOutlet = ({ districts: [home] }: World) => home.outlets[0]?.id ?? ''
const inOutlet: Planted = (world) => ({ params: { outletId: homeOutlet(world) } })
const inCircle: Planted = ({ districts: [home] }) => ({ params: { circleId: home.circle.id } })

const wholeCity: Planted = ({ app }) => {
  const { west, south, east, north } = app.get(CityPack).city.bounds
  return { query: { west, south, east, north } }
}

const newTemplate = (world: World) => makeTemplate(world.app, [homeOutlet(world)])

/** A coupon of the caller, or of somebody else when the caller cannot have one. */
async function newCoupon(world: World, caller: Caller) {
  const isPerson = caller.kind === 'resident' || caller.kind === 'member'
  const holder = isPerson ? caller : await newResident(world.app)
  const token = await holder.token()
  const claimed = await call(
    world.app,
    claimCoupon,
    { params: { templateId: await newTemplate(world) } },
    token,
  )
  if (claimed.status !== 201) throw new Error(`a claim answered ${claimed.error.code}`)
  return { couponId: claimed.body.id, token }
}

/** A code shown by somebody else, as it is in a shop. */
async function newCode(world: World) {
  const { couponId, token } = await newCoupon(world, await newResident(world.app))
  return (await call(world.app, issueCouponCode, { params: { couponId } }, token)).body.code
}

const clerkOf = (world: World) => {
  const clerk = world.callers.find(({ kind }) => kind === 'member')
  if (!clerk) throw new Error('the world has no clerk')
  return clerk
}

async function newRedemption(world: World) {
  const body = { code: await newCode(world), outletId: homeOutlet(world) }
  const redeemed = await call(world.app, redeemCoupon, { body }, await clerkOf(world).token())
  if (redeemed.status !== 201) throw new Error(`a redemption answered ${redeemed.error.code}`)
  return redeemed.body.id
}

const planted: Record<string, Planted> = {
  loginWithWechat: () => ({ body: { code: `test-${randomUUID()}` } }),
  loginStaff: ({ username }) => ({ body: { username, password: staffPassword } }),
  logout: () => ({}),
  getMe: () => ({}),
  exportMyData: () => ({}),
  requestMyDeletion: () => ({}),
  cancelMyDeletion: async ({ app }, caller) => {
    if (caller.kind === 'resident' || caller.kind === 'member')
      await call(app, requestMyDeletion, {}, (await caller.token()) ?? '')
    return {}
  },
  getStaffMe: () => ({}),
  activateStaff: async ({ app, districts: [{ code }] }) => {
    const appointment = {
      role: 'district',
      divisionCode: code,
      divisionName: code,
      displayName: '王科长',
    } as const
    const { token } = await app.get(InviteStaff).execute(appointment)
    return { body: { token, username: `a${randomUUID().slice(0, 8)}`, password: staffPassword } }
  },
  startTotp: () => ({}),
  confirmTotp: async ({ app }, caller) => {
    if (caller.kind !== 'staff') return { body: { code: '123456' } }
    const { body } = await call(app, startTotp, {}, (await caller.token()) ?? '')
    return { body: { code: body.secret ? await generate({ secret: body.secret }) : '123456' } }
  },
  listCircles: () => ({}),
  listDivisions: () => ({ query: { parent: '6205' } }),
  listFormats: () => ({}),
  searchOutlets: ({ districts: [home] }) => ({ query: { circleId: home.circle.id } }),
  getOutletMap: wholeCity,
  getOutlet: inOutlet,
  confirmOutlet: inOutlet,
  listMerchantOutlets: () => ({}),
  listBureauOutlets: () => ({ query: {} }),
  getBureauOutletMap: wholeCity,
  listCouponTemplates: () => ({ query: {} }),
  claimCoupon: async (world) => ({ params: { templateId: await newTemplate(world) } }),
  listMyCoupons: () => ({ query: {} }),
  getMyCoupon: async (world, caller) => ({ params: { couponId: (await newCoupon(world, caller)).couponId } }),
  issueCouponCode: async (world, caller) => ({
    params: { couponId: (await newCoupon(world, caller)).couponId },
  }),
  redeemCoupon: async (world) => ({
    body: { code: await newCode(world), outletId: homeOutlet(world), amountFen: 5000 },
  }),
  reverseRedemption: async (world) => ({ params: { redemptionId: await newRedemption(world) } }),
  listOutletRedemptions: inOutlet,
  listSurveyWaves: () => ({}),
  submitSurveyResponse: async ({ app, districts: [home] }) => {
    const waveId = await makeWave(app)
    const [question] = await app
      .get(Tx)
      .repo(SurveyQuestion)
      .find({ where: { waveId }, order: { position: 'ASC' } })
    const answers = [{ questionId: question?.id, rating: 4 }]
    return { params: { waveId }, body: { circleId: home.circle.id, answers } }
  },
  listBureauSurveyWaves: () => ({}),
  getSatisfaction: ({ waveId }) => ({ query: { waveId } }),
  exportSatisfaction: ({ waveId }) => ({ query: { waveId } }),
  getCircleSatisfaction: inCircle,
  listSurveyRecords: inCircle,
  listAuditEntries: () => ({ query: {} }),
}

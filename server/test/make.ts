import { randomUUID } from 'node:crypto'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { MerchantRole, StaffRole } from '@yikezhong/shared/http/access'
import { CircleService, type CircleView, CityPack, LoadCityPack } from '../src/modules/circle/index.js'
import { CouponDemo, type DemoTemplate } from '../src/modules/coupon/index.js'
import { IdentityService } from '../src/modules/identity/index.js'
import { type NewOutlet, OutletService } from '../src/modules/outlet/index.js'
import { type DemoWave, SurveyDemo } from '../src/modules/survey/index.js'
import { loginOfficer, loginResident } from './people.js'

type App = NestFastifyApplication

export const DAY_MS = 86_400_000
export const daysFromNow = (days: number) => new Date(Date.now() + days * DAY_MS)

/** A person who is logged in. */
export interface Person {
  id: string
  token: string
}

/** The city pack, loaded into an empty test database. */
export async function makeCity(app: App): Promise<void> {
  await app.get(LoadCityPack).execute(app.get(CityPack))
}

/** A circle by its number in the plan. */
export function circleNo(app: App, no: number): CircleView {
  const circle = app.get(CircleService).circles()[no - 1]
  if (!circle) throw new Error(`no circle ${no}`)
  return circle
}

/** 居民, new and logged in. */
export const makeResident = (app: App): Promise<Person> => loginResident(app, randomUUID())

/** 商户成员: a resident who works for the merchant. */
export async function makeMember(
  app: App,
  merchantId: string,
  role: MerchantRole = 'clerk',
): Promise<Person> {
  const person = await makeResident(app)
  await app.get(IdentityService).addMember(person.id, { merchantId, role })
  return person
}

/** 工作人员 of a division, logged in. */
export const makeStaff = (app: App, role: StaffRole, divisionCode: string): Promise<Person> =>
  loginOfficer(app, { role, divisionCode, divisionName: divisionCode })

/** 网点 with a merchant of its own, in the first circle's centre community. */
export async function makeOutlet(
  app: App,
  change: Partial<NewOutlet> = {},
): Promise<{ id: string; merchantId: string }> {
  const outlets = app.get(OutletService)
  const [merchantId = ''] = change.merchantId
    ? [change.merchantId]
    : await outlets.createMerchants([{ name: '测试商户' }])
  const circle = circleNo(app, 1)
  const [id = ''] = await outlets.createOutlets([
    {
      merchantId,
      name: '测试面馆',
      formatCode: 'dining',
      communityCode: circle.communities[0]?.code ?? '',
      location: circle.centre,
      address: '光明巷 1 号',
      ...change,
    },
  ])
  return { id, merchantId }
}

/** 券模板: 满 30 减 8, ten of them, one each, claimable and valid now. Answers its id. */
export async function makeTemplate(
  app: App,
  outletIds: string[],
  change: Partial<DemoTemplate> = {},
): Promise<string> {
  const template: DemoTemplate = {
    title: '午餐券',
    note: null,
    faceValueFen: 800,
    minSpendFen: 3000,
    governmentFen: 480,
    totalCount: 10,
    perPersonLimit: 1,
    status: 'published',
    claimFrom: daysFromNow(-1),
    claimUntil: daysFromNow(10),
    validFrom: daysFromNow(-1),
    validUntil: daysFromNow(20),
    isNearExpiry: false,
    outletIds,
    claimedBy: [],
    usedBy: [],
    clerkId: '1',
    ...change,
  }
  const [id = ''] = await app.get(CouponDemo).seed([template], new Date())
  return id
}

/** 调查轮次, open now: overall (required), 早餐店, and 还缺什么. Answers its id. */
export function makeWave(app: App, change: Partial<DemoWave> = {}): Promise<string> {
  return app.get(SurveyDemo).seed({
    title: '2026 年第 2 轮',
    opensAt: daysFromNow(-30),
    closesAt: daysFromNow(30),
    questions: [
      {
        kind: 'overall',
        text: '总的来说，您对生活圈满意吗？',
        hint: null,
        formatCode: null,
        isRequired: true,
      },
      {
        kind: 'format',
        text: '您在家附近吃早餐满意吗？',
        hint: null,
        formatCode: 'breakfast',
        isRequired: false,
      },
      { kind: 'text', text: '家附近还缺什么？', hint: null, formatCode: null, isRequired: false },
    ],
    responses: [],
    ...change,
  })
}

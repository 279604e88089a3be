import { randomUUID } from 'node:crypto'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { claimCoupon } from '@yikezhong/shared/coupon/coupon.contract'
import { CircleService, type CircleView } from '../../src/modules/circle/index.js'
import { Audit } from '../../src/platform/audit/audit.js'
import { Tx } from '../../src/platform/database/tx.js'
import { call, startTestApp } from '../app.js'
import { makeCity, makeOutlet, makeTemplate, makeWave } from '../make.js'
import { anonymous, brokenCallers, type Caller, newMember, newOfficer, newResident } from './callers.js'

type App = NestFastifyApplication

/** Everything of one district that another district's officer must never see, and words that give it away. */
export interface District {
  code: string
  circle: CircleView
  outlets: { id: string; merchantId: string }[]
  responses: string[]
  auditEntries: string[]
  /** Occurs in every name and text planted here and nowhere else. */
  mark: string
}

/** A city with the same things in both districts, and one caller of every kind. */
export interface World {
  app: App
  districts: [District, District]
  waveId: string
  callers: Caller[]
  /** An account that logs in with its password and nothing else. */
  username: string
  /** What the server logged as its own faults since the last call. */
  takeFaults: () => string
  /** Owns a coupon; no other caller does. */
  owner: Caller
  coupon: { id: string; templateId: string }
}

export const districtCodes = ['620502', '620503'] as const
const RESPONSES = 6

export async function makeWorld(): Promise<World> {
  const faults: string[] = []
  const logStream = { write: (line: string) => void faults.push(line) }
  const app = await startTestApp({ env: { LOG_LEVEL: 'error' }, logStream })
  const takeFaults = () => faults.splice(0).join('')
  await makeCity(app)
  const districts = [
    await plant(app, districtCodes[0]),
    await plant(app, districtCodes[1]),
  ] as World['districts']
  const waveId = await plantResponses(app, districts)
  const owner = await newResident(app, 'another resident')
  const templateId = await makeTemplate(app, [districts[0].outlets[0]?.id ?? ''])
  const claimed = await call(app, claimCoupon, { params: { templateId } }, await owner.token())
  const coupon = { id: claimed.body.id, templateId }
  const { username = '' } = await newOfficer(app, 'city', '6205')
  const callers = await makeCallers(app, districts)
  return { app, districts, waveId, owner, coupon, username, callers, takeFaults }
}

async function makeCallers(app: App, [first, second]: World['districts']): Promise<Caller[]> {
  const resident = await newResident(app)
  const community = first.circle.communities[0]?.code ?? ''
  return [
    anonymous,
    resident,
    await newMember(app, 'clerk of merchant A', first.outlets[0]?.merchantId ?? ''),
    await newMember(app, 'clerk of merchant B', second.outlets[0]?.merchantId ?? ''),
    await newOfficer(app, 'operator', '6205'),
    await newOfficer(app, 'city', '6205'),
    await newOfficer(app, 'district', first.code),
    await newOfficer(app, 'district', second.code),
    await newOfficer(app, 'subdistrict', community.slice(0, 9)),
    await newOfficer(app, 'community', community),
    ...(await brokenCallers(app, resident)),
  ]
}

/** A circle that lies wholly in the district, with two outlets of one merchant and two audit entries. */
async function plant(app: App, code: string): Promise<District> {
  const circle = app
    .get(CircleService)
    .circles()
    .find(({ communities }) => communities.every((community) => community.code.startsWith(code)))
  const community = circle?.communities[0]
  if (!circle || !community) throw new Error(`no circle lies in ${code}`)
  const mark = `标记${code}${randomUUID().slice(0, 6)}`
  const place = { communityCode: community.code, location: circle.centre, address: `${mark}路 1 号` }
  const first = await makeOutlet(app, { ...place, name: `${mark}面馆` })
  const second = await makeOutlet(app, { ...place, name: `${mark}早餐`, merchantId: first.merchantId })
  const subject = `outlet:${first.id}`
  const auditEntries = []
  for (const divisionCode of [code, community.code])
    auditEntries.push(await plantAudit(app, { subject, divisionCode, detail: { mark } }))
  return { code, circle, outlets: [first, second], responses: [], auditEntries, mark }
}

async function plantAudit(
  app: App,
  entry: { subject: string; divisionCode: string; detail: Record<string, unknown> },
): Promise<string> {
  const tx = app.get(Tx)
  await tx.run(() => app.get(Audit).append({ ...entry, actor: 'sweep', action: 'sweep.plant' }))
  const [row] = await tx.manager.query('SELECT id FROM audit_entry ORDER BY sequence DESC LIMIT 1')
  return String(row.id)
}

async function plantResponses(app: App, districts: World['districts']): Promise<string> {
  const responses = []
  for (const { circle, mark } of districts)
    for (let nth = 0; nth < RESPONSES; nth++)
      responses.push({
        circleId: circle.id,
        residentId: (await newResident(app)).id,
        channel: 'phone' as const,
        submittedAt: new Date(),
        ratings: [4, 5],
        texts: [undefined, undefined, `${mark}缺菜店`],
      })
  const waveId = await makeWave(app, { responses })
  for (const district of districts) {
    const rows: { id: string | number }[] = await app
      .get(Tx)
      .manager.query('SELECT id FROM survey_response WHERE circle_id = ?', [BigInt(district.circle.id)])
    district.responses = rows.map(({ id }) => String(id))
  }
  return waveId
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { IdentityService } from '../src/modules/identity/index.js'
import { type NewOutlet, OutletService } from '../src/modules/outlet/index.js'
import { OutletIndex } from '../src/modules/outlet/search/outlet-index.js'
import { startTestApp } from './app.js'
import { makeCity } from './make.js'
import { loginOfficer, loginResident } from './people.js'

/** 光明巷社区, the centre of the 大城 circle, in 秦州区; and a community of 麦积区. */
export const guangming = { code: '620502001002', lng: 105.7276, lat: 34.5829 }
export const maiji = '620503001001'

/** The merchant that `people.clerk` works for. */
export const clerksMerchant = '80'

export const everyDay = (from: string, to: string): WeeklyHours =>
  Array.from({ length: 7 }, () => [{ from, to }])

/** 李记早餐, around the corner from the community's centre, open all day. */
export const makeOutlet = (overrides: Partial<NewOutlet> = {}): NewOutlet => ({
  merchantId: clerksMerchant,
  name: '李记早餐',
  formatCode: 'breakfast',
  communityCode: guangming.code,
  location: { lng: guangming.lng, lat: guangming.lat },
  address: '光明巷 12 号',
  hours: everyDay('00:00', '24:00'),
  ...overrides,
})

/** The server on the city pack of Tianshui. */
export async function startOutletApp(): Promise<NestFastifyApplication> {
  const app = await startTestApp()
  await makeCity(app)
  return app
}

/** A resident, a clerk of `clerksMerchant` and an officer of 秦州区, by their tokens. */
export async function outletTokens(app: NestFastifyApplication) {
  const resident = await loginResident(app, 'outlet-visitor')
  const clerk = await loginResident(app, 'outlet-clerk')
  await app.get(IdentityService).addMember(clerk.id, { merchantId: clerksMerchant, role: 'clerk' })
  const officer = await loginOfficer(app, {
    role: 'district',
    divisionCode: '620502',
    divisionName: '秦州区',
  })
  return { resident: resident.token, clerk: clerk.token, officer: officer.token, residentId: resident.id }
}

/** Removes the outlets there are and creates these; answers their ids. */
export async function replaceOutlets(
  app: NestFastifyApplication,
  rows: Partial<NewOutlet>[],
): Promise<string[]> {
  const service = app.get(OutletService)
  await service.removeDemoOutlets()
  const ids = await service.createOutlets(rows.map((row) => makeOutlet({ isDemo: true, ...row })))
  await app.get(OutletIndex).reload()
  return ids
}

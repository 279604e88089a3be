import type { INestApplicationContext } from '@nestjs/common'
import { CircleService } from '../modules/circle/index.js'
import { CouponDemo } from '../modules/coupon/index.js'
import { IdentityDemo } from '../modules/identity/index.js'
import { OutletService } from '../modules/outlet/index.js'
import { SurveyDemo } from '../modules/survey/index.js'
import { Tx } from '../platform/database/tx.js'
import { JobRunner } from '../platform/jobs/job-runner.js'
import { Clock } from '../platform/runtime/clock.js'
import { demoTemplates } from './demo-coupons.js'
import type { DemoFiles } from './demo-files.js'
import { DemoOutlets } from './demo-outlets.js'
import { demoResidents, demoStaff } from './demo-people.js'
import { DemoPlaces } from './demo-places.js'
import { demoWaves } from './demo-survey.js'
import { Dice } from './dice.js'

export interface WorldCount {
  outlets: number
  people: number
  templates: number
  waves: number
}

/** 示例世界: puts one small believable city into the database through each module's door, and takes it out again. */
export class DemoWorld {
  private readonly tx: Tx
  private readonly circles: CircleService
  private readonly identity: IdentityDemo
  private readonly outlets: OutletService
  private readonly coupons: CouponDemo
  private readonly surveys: SurveyDemo

  constructor(private readonly app: INestApplicationContext) {
    this.tx = app.get(Tx)
    this.circles = app.get(CircleService)
    this.identity = app.get(IdentityDemo)
    this.outlets = app.get(OutletService)
    this.coupons = app.get(CouponDemo)
    this.surveys = app.get(SurveyDemo)
  }

  exists(): Promise<boolean> {
    return this.identity.exists()
  }

  /** All of it or nothing. */
  async load(files: DemoFiles): Promise<WorldCount> {
    if (this.circles.circles().length === 0)
      throw new Error('load the city pack first: node server/dist/load-city.js')
    const now = this.app.get(Clock).now()
    const count = await this.tx.run(async () => {
      const outlets = await this.loadOutlets(files, now)
      const people = await this.loadPeople(files, outlets.merchantId)
      const templates = demoTemplates(files.coupons, { ...people, outletId: outlets.outletId }, now)
      await this.coupons.seed(templates, now)
      const circleId = (code: string) =>
        found(this.circles.circles().find((circle) => circle.code === code)?.id, code)
      const waves = demoWaves(
        files.survey,
        { ...people, circleId },
        new Dice(`${files.words.seed}:survey`),
        now,
      )
      for (const wave of waves) await this.surveys.seed(wave)
      return {
        outlets: outlets.count,
        people: people.count,
        templates: templates.length,
        waves: waves.length,
      }
    })
    await this.app.get(JobRunner).runNow('coupon.offers')
    return count
  }

  /** Everything marked as demo data, from the top floor down. */
  remove(): Promise<WorldCount> {
    return this.tx.run(async () => ({
      waves: await this.surveys.remove(),
      templates: await this.coupons.remove(),
      outlets: await this.outlets.removeDemoOutlets(),
      people: await this.identity.remove(),
    }))
  }

  private async loadOutlets({ words, featured }: DemoFiles, now: Date) {
    const dice = new Dice(`${words.seed}:outlets`)
    const clear = featured
      .filter(({ fromCircleCentre }) => fromCircleCentre)
      .flatMap(({ communityCode }) => this.circles.circlesOfCommunity(communityCode).map(({ id }) => id))
    const places = new DemoPlaces(this.circles, words, dice, new Set(clear))
    const outlets = new DemoOutlets(words, places, dice, now).make(featured)
    const names = [...new Set(outlets.map(({ merchantName }) => merchantName))]
    const merchants = await this.outlets.createMerchants(names.map((name) => ({ name, isDemo: true })))
    const merchantIds = new Map(names.map((name, at) => [name, merchants[at]]))
    const merchantId = (name: string) => found(merchantIds.get(name), name)
    const ids = await this.outlets.createOutlets(
      outlets.map(({ merchantName, ...outlet }) => ({ ...outlet, merchantId: merchantId(merchantName) })),
    )
    const outletIds = new Map(outlets.map(({ name }, at) => [name, ids[at]]))
    const outletId = (name: string) => found(outletIds.get(name), name)
    return { count: ids.length, merchantId, outletId }
  }

  private async loadPeople(files: DemoFiles, merchantIdOf: (outletName: string) => string) {
    const residents = demoResidents(files, merchantIdOf, new Dice(`${files.words.seed}:people`))
    const ids = await this.identity.seedResidents(residents)
    const staff = demoStaff(files, (code) => found(this.circles.divisionName(code), code))
    await this.identity.seedStaff(staff)
    const byCode = new Map(residents.map(({ wechatCode }, at) => [wechatCode, ids[at]]))
    const residentId = (wechatCode: string) => found(byCode.get(wechatCode), wechatCode)
    return { count: residents.length + staff.length, residentId, crowd: ids.slice(-files.people.crowd) }
  }
}

function found(id: string | undefined, name: string): string {
  if (id === undefined) throw new Error(`the demo world speaks of ${name}, which is not there`)
  return id
}

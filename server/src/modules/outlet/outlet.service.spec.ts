import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { exportMyData } from '@yikezhong/shared/identity/identity.contract'
import { confirmOutlet, searchOutlets } from '@yikezhong/shared/outlet/outlet.contract'
import { DataSource } from 'typeorm'
import { call, testConfig } from '../../../test/app.js'
import { guangming, makeOutlet, outletTokens, replaceOutlets, startOutletApp } from '../../../test/outlets.js'
import { createApp } from '../../create-app.js'
import type { ResidentActor } from '../../platform/auth/actor.js'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { OutletService } from './index.js'
import { OutletPrivacy } from './outlet-privacy.js'
import { OutletIndex } from './search/outlet-index.js'

let app: NestFastifyApplication
let tokens: Awaited<ReturnType<typeof outletTokens>>
let usualTokens: typeof tokens
let service: OutletService
beforeAll(async () => {
  app = await startOutletApp()
  usualTokens = await outletTokens(app)
  service = app.get(OutletService)
})
afterAll(() => app.close())
beforeEach(() => {
  tokens = usualTokens
})
afterEach(() => jest.restoreAllMocks())

const clerk: ResidentActor = {
  kind: 'resident',
  sessionId: '1',
  residentId: '8',
  memberships: [{ merchantId: '80', role: 'clerk' }],
}

const found = async (on = app) => {
  const query = { lng: String(guangming.lng), lat: String(guangming.lat) }
  return (await call(on, searchOutlets, { query })).body.items
}

const rows = async (sql: string): Promise<Record<string, unknown>[]> => app.get(DataSource).query(sql)

describe('POST /outlets/:outletId/confirmations', () => {
  it('counts a person once per city day, however often they tap at once', async () => {
    const [outletId = ''] = await replaceOutlets(app, [{}])
    const now = jest.spyOn(app.get(Clock), 'now').mockReturnValue(new Date('2026-11-15T16:30:00Z'))
    // Logged in by the same clock, or the session would look idle.
    tokens = await outletTokens(app)
    const tap = () => call(app, confirmOutlet, { params: { outletId } }, tokens.resident)
    const answers = await Promise.all(Array.from({ length: 50 }, tap))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.lastConfirmedOn))).toEqual(new Set(['2026-11-16']))
    expect(await rows('SELECT source FROM outlet_confirmation')).toEqual([{ source: 'resident' }])
    expect(await found()).toMatchObject([{ id: outletId, lastConfirmedOn: '2026-11-16' }])

    now.mockReturnValue(new Date('2026-11-16T16:00:00Z'))
    await tap()
    expect(await rows('SELECT id FROM outlet_confirmation')).toHaveLength(2)
    expect(await found()).toMatchObject([{ lastConfirmedOn: '2026-11-17' }])
  })

  it('is for residents, and for outlets people can see', async () => {
    const [open = '', closed = ''] = await replaceOutlets(app, [{}, { status: 'moved' }])
    const confirm = (outletId: string, token?: string) =>
      call(app, confirmOutlet, { params: { outletId } }, token ? { token } : {})
    expect((await confirm(open)).error.code).toBe('UNAUTHENTICATED')
    expect((await confirm(open, tokens.officer)).error.code).toBe('FORBIDDEN')
    expect((await confirm(closed, tokens.resident)).error.code).toBe('OUTLET_UNKNOWN')
    expect((await confirm('999', tokens.resident)).error.code).toBe('OUTLET_UNKNOWN')
    expect(await rows('SELECT id FROM outlet_confirmation')).toEqual([])
  })
})

describe("a resident's confirmations", () => {
  it('are theirs to read, and go with the account while the outlet stays confirmed', async () => {
    const [outletId = ''] = await replaceOutlets(app, [{}])
    await service.confirm(outletId, 'resident', tokens.residentId)
    await service.confirm(outletId, 'redemption', '8')
    const exported = async () => {
      const { sections } = (await call(app, exportMyData, {}, tokens.resident)).body
      return sections.find(({ name }) => name === 'outlet-confirmations')?.rows
    }
    expect(await exported()).toMatchObject([{ 网点编号: outletId, 方式: '本人确认' }])
    await app.get(OutletPrivacy).forget({ residentId: tokens.residentId })
    expect(await exported()).toEqual([])
    expect(await rows('SELECT source FROM outlet_confirmation')).toEqual([{ source: 'redemption' }])
    expect((await found())[0]?.lastConfirmedOn).not.toBeNull()
  })
})

describe('OutletService', () => {
  it('joins the transaction in progress: what is rolled back was never there', async () => {
    const [outletId = ''] = await replaceOutlets(app, [{ name: '老店' }])
    const attempt = app.get(Tx).run(async () => {
      const [created = ''] = await service.createOutlets([makeOutlet({ name: '新店' })])
      expect(await service.outletRefs([created])).toHaveLength(1)
      await service.confirm(outletId, 'redemption', '8')
      await service.setOffers(new Map([[outletId, '满 20 减 10']]))
      throw new Error('no')
    })
    await expect(attempt).rejects.toThrow('no')
    expect(await found()).toMatchObject([{ name: '老店', offer: null, lastConfirmedOn: null }])
    expect(await rows('SELECT id FROM outlet_confirmation')).toEqual([])
  })

  it('says which outlets a member may serve, exactly: a neighbouring id is not theirs', async () => {
    const first = '900719925474099301'
    await replaceOutlets(app, [{ id: first }, { id: '900719925474099303', merchantId: '81' }])
    expect(await service.requireMember(clerk, first)).toMatchObject({
      id: first,
      circleIds: [expect.any(String)],
    })
    for (const outletId of ['900719925474099303', '900719925474099302', '1'])
      await expect(service.requireMember(clerk, outletId)).rejects.toMatchObject({ code: 'OUTLET_NOT_YOURS' })
    expect(await service.outletRefs(['900719925474099302'])).toEqual([])
  })

  it('sets and takes away offers', async () => {
    const [a = '', b = ''] = await replaceOutlets(app, [{}, {}])
    await service.setOffers(new Map([[a, '满 20 减 10']]))
    await service.setOffers(new Map([[b, '临期半价']]))
    expect((await found()).map(({ offer }) => offer)).toEqual(['满 20 减 10', '临期半价'])
    await service.setOffers(new Map([[a, null]]))
    expect((await found()).map(({ offer }) => offer)).toEqual([null, '临期半价'])
  })

  it('removes the demo world and leaves the real one', async () => {
    await replaceOutlets(app, [{ name: '示例', services: ['printing'] }])
    const [real = ''] = await service.createOutlets([makeOutlet({ name: '真实', services: ['printing'] })])
    expect(await service.removeDemoOutlets()).toBe(1)
    expect((await found()).map(({ name }) => name)).toEqual(['真实'])
    expect(await rows('SELECT outlet_id FROM outlet_service')).toHaveLength(1)
    await app.get(DataSource).query('DELETE FROM outlet WHERE id = ?', [BigInt(real)])
  })

  it.each([
    ['format', { formatCode: 'casino' }],
    ['community', { communityCode: '620502' }],
    ['location', { location: { lng: 34.58, lat: 105.7 } }],
    ['services', { services: ['teleport'] }],
  ])('refuses rows with an unknown %s, and takes none of the others', async (what, wrong) => {
    await replaceOutlets(app, [])
    await expect(service.createOutlets([makeOutlet({ isDemo: true }), makeOutlet(wrong)])).rejects.toThrow(
      what,
    )
    expect(await found()).toEqual([])
  })
})

describe('the change feed', () => {
  it("brings another node's changes, late commits and removals, each once", async () => {
    const [outletId = '', gone = ''] = await replaceOutlets(app, [{ name: '老店' }, { name: '要走的' }])
    const other = await startSecondNode()
    const feed = other.get(OutletIndex)
    const readRows = jest.spyOn(feed as unknown as { readPending(): Promise<void> }, 'readPending')
    await feed.reload()
    await service.setOffers(new Map([[outletId, '新优惠']]))
    await app.get(DataSource).query('DELETE FROM outlet WHERE id = ?', [BigInt(gone)])
    await app
      .get(DataSource)
      .query('UPDATE outlet_change SET revision = revision + 1 WHERE outlet_id = ?', [BigInt(gone)])
    expect((await found(other)).map(({ offer }) => offer)).toEqual([null, null])
    await feed.poll()
    expect(await found(other)).toMatchObject([{ id: outletId, offer: '新优惠' }])
    expect(readRows).toHaveBeenCalledTimes(1)

    const late = new Date(Date.now() - 5000)
    await app.get(DataSource).query(`UPDATE outlet SET name = '改名' WHERE id = ?`, [BigInt(outletId)])
    await app
      .get(DataSource)
      .query('UPDATE outlet_change SET revision = revision + 1, changed_at = ? WHERE outlet_id = ?', [
        late,
        BigInt(outletId),
      ])
    await feed.poll()
    expect(await found(other)).toMatchObject([{ name: '改名' }])
    await other.close()
  })
})

/** Another process on the same database, as far as this module can tell: it does not empty the tables. */
async function startSecondNode(): Promise<NestFastifyApplication> {
  const config = testConfig()
  const node = await createApp(config)
  await node.init()
  await node.getHttpAdapter().getInstance().ready()
  return node
}

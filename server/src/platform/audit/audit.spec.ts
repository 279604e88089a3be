import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { listAuditEntries } from '@yikezhong/shared/audit/audit.contract'
import { DataSource } from 'typeorm'
import { call, emptyDatabase, startTestApp } from '../../../test/app.js'
import { platformOnly, tokens } from '../../../test/platform-only.js'
import { Tx } from '../database/tx.js'
import { Audit } from './audit.js'

let app: NestFastifyApplication
beforeAll(async () => {
  app = await startTestApp({ root: platformOnly() })
})
afterAll(() => app.close())
beforeEach(() => emptyDatabase(app))

const record = (subject: string, divisionCode: string | null = '620502', action = 'outlet.close') =>
  app
    .get(Tx)
    .run(() =>
      app
        .get(Audit)
        .append({ actor: 'test', action, subject, divisionCode, detail: { b: [1, '𠮷'], a: null } }),
    )
const write = (sql: string) => app.get(DataSource).query(sql)
const five = async () => {
  for (const n of [1, 2, 3, 4, 5]) await record(`outlet:${n}`)
}

describe('the audit chain', () => {
  it('is whole after 30 writers at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => record(`outlet:${n}`)))
    expect(await app.get(Audit).verify()).toEqual({ intact: true, entries: 30 })
  })

  it.each([
    ['a changed line', `UPDATE audit_entry SET subject = 'outlet:9' WHERE sequence = 3`, 3],
    ['a changed detail', `UPDATE audit_entry SET detail = '{}' WHERE sequence = 2`, 2],
    ['a missing line', 'DELETE FROM audit_entry WHERE sequence = 4', 4],
    ['missing last lines', 'DELETE FROM audit_entry WHERE sequence >= 5', 5],
    ['another order', 'UPDATE audit_entry SET at = at - INTERVAL 1 DAY WHERE sequence = 1', 1],
  ])('shows %s', async (_, tamper, sequence) => {
    await five()
    await write(tamper)
    expect(await app.get(Audit).verify()).toMatchObject({ intact: false, sequence })
  })

  it('forgets with the transaction', async () => {
    const undone = app.get(Tx).run(async () => {
      await record('outlet:1')
      throw new Error('planned')
    })
    await expect(undone).rejects.toThrow('planned')
    expect(await app.get(Audit).verify()).toEqual({ intact: true, entries: 0 })
  })
})

describe('GET /bureau/audit-entries', () => {
  it('shows an officer the own division, newest first, page by page', async () => {
    await five()
    await record('outlet:elsewhere', '620503')
    await record('city:all', null)
    const first = await call(app, listAuditEntries, { query: { limit: '3' } }, tokens.officer)
    expect(first.body.items.map((entry) => entry.subject)).toEqual(['outlet:5', 'outlet:4', 'outlet:3'])
    const cursor = first.body.nextCursor ?? ''
    const second = await call(app, listAuditEntries, { query: { limit: '3', cursor } }, tokens.officer)
    expect(second.body.items.map((entry) => entry.subject)).toEqual(['outlet:2', 'outlet:1'])
    expect(second.body.nextCursor).toBeNull()
  })

  it('refuses residents and a forged cursor', async () => {
    expect((await call(app, listAuditEntries, { query: {} }, tokens.resident)).status).toBe(403)
    const forged = await call(app, listAuditEntries, { query: { cursor: 'W10' } }, tokens.officer)
    expect(forged.error.code).toBe('VALIDATION_FAILED')
  })
})

import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'
import { startTestApp, testConfig } from '../../../test/app.js'
import { platformOnly } from '../../../test/platform-only.js'
import { createApp } from '../../create-app.js'
import { MIGRATIONS_TABLE } from '../database/migrations.js'

let app: NestFastifyApplication
beforeAll(async () => {
  app = await startTestApp({ root: platformOnly() })
})
afterAll(() => app.close())
afterEach(() => jest.restoreAllMocks())

const ready = () => app.inject('/health/ready')

/** Answers of the settings query, as a database with other settings would give them. */
const pretend = (settings: Record<string, unknown>) => {
  const dataSource = app.get(DataSource)
  const query = dataSource.query.bind(dataSource)
  jest.spyOn(dataSource, 'query').mockImplementation(async (sql, values) => {
    const rows = await query(sql, values)
    return sql.includes('innodb_flush') ? [{ ...rows[0], ...settings }] : rows
  })
}

describe('GET /health', () => {
  it('is live and ready', async () => {
    expect((await app.inject('/health/live')).json()).toEqual({ status: 'live' })
    const answer = await ready()
    expect(answer.json()).toMatchObject({ status: 'ready', reasons: [] })
    expect(answer.statusCode).toBe(200)
  })

  it.each([
    [{ flush: 2 }, 'innodb_flush_log_at_trx_commit'],
    [{ log_bin: 1, sync_binlog: 0 }, 'sync_binlog'],
  ])('is not ready with %j', async (settings, reason) => {
    pretend(settings)
    const answer = await ready()
    expect(answer.statusCode).toBe(503)
    expect(answer.json().reasons.join()).toContain(reason)
  })

  it('warns of a clock that is off, and stays ready', async () => {
    pretend({ now: new Date(Date.now() - 600_000) })
    const answer = await ready()
    expect(answer.statusCode).toBe(200)
    expect(answer.json().warnings.join()).toContain('clock')
  })

  it('soon says no when the database hangs', async () => {
    jest.spyOn(app.get(DataSource), 'query').mockReturnValue(new Promise(() => {}))
    const asked = Date.now()
    expect((await ready()).statusCode).toBe(503)
    // 0.8 s of patience; the rest is room for a busy machine
    expect(Date.now() - asked).toBeLessThan(2500)
  })

  it('is not ready, and does not boot, on an old schema', async () => {
    const dataSource = app.get(DataSource)
    const [row] = await dataSource.query(`SELECT * FROM ${MIGRATIONS_TABLE} ORDER BY id DESC LIMIT 1`)
    await dataSource.query(`DELETE FROM ${MIGRATIONS_TABLE} WHERE id = ?`, [row.id])
    try {
      expect((await ready()).json().reasons.join()).toContain(row.name)
      const config = testConfig()
      await expect(createApp(config, { root: platformOnly()(config) })).rejects.toThrow(row.name)
    } finally {
      await dataSource.query(`INSERT INTO ${MIGRATIONS_TABLE} (id, timestamp, name) VALUES (?, ?, ?)`, [
        row.id,
        row.timestamp,
        row.name,
      ])
    }
  })
})

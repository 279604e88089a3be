import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DataSource } from 'typeorm'
import { emptyDatabase, startTestApp } from '../../../test/app.js'
import { platformOnly } from '../../../test/platform-only.js'
import { sqlId, sqlIds } from './sql-id.js'
import { Tx } from './tx.js'

let app: NestFastifyApplication
let tx: Tx
beforeAll(async () => {
  app = await startTestApp({ root: platformOnly() })
  tx = app.get(Tx)
})
afterAll(() => app.close())
beforeEach(() => emptyDatabase(app))

const insert = (name: string) =>
  tx.manager.query("INSERT INTO job_lease VALUES (?, '', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))", [name])
const names = async () => {
  const rows: { name: string }[] = await app.get(DataSource).query('SELECT name FROM job_lease ORDER BY name')
  return rows.map((row) => row.name)
}
const failing = (errno: number) => Object.assign(new Error(`planned ${errno}`), { errno })

describe('Tx', () => {
  it.each([1213, 1205, 1020])('runs the whole unit again on error %i', async (errno) => {
    let attempts = 0
    await tx.run(async () => {
      await insert(`attempt-${++attempts}`)
      if (attempts < 3) throw failing(errno)
    })
    expect(await names()).toEqual(['attempt-3'])
  })

  it('gives up after five attempts, and at once on any other error', async () => {
    let attempts = 0
    const run = (errno: number) =>
      tx.run(async () => {
        attempts++
        throw failing(errno)
      })
    await expect(run(1213)).rejects.toThrow('planned 1213')
    expect(attempts).toBe(5)
    await expect(run(1062)).rejects.toThrow('planned 1062')
    expect(attempts).toBe(6)
  })

  it('survives a real deadlock', async () => {
    await insert('a')
    await insert('b')
    const touch = (first: string, second: string) =>
      tx.run(async (manager) => {
        const update = 'UPDATE job_lease SET holder = CONCAT(holder, ?) WHERE name = ?'
        await manager.query(update, ['x', first])
        await new Promise((resolve) => setTimeout(resolve, 50))
        await manager.query(update, ['x', second])
      })
    await Promise.all([touch('a', 'b'), touch('b', 'a')])
    const rows = await app.get(DataSource).query('SELECT holder FROM job_lease')
    expect(rows).toEqual([{ holder: 'xx' }, { holder: 'xx' }])
  })

  it('joins the transaction in progress, and leaves it in `detached`', async () => {
    const outer = tx.run(async () => {
      await tx.run(() => insert('inner'))
      await tx.detached(() => tx.run(() => insert('apart')))
      throw new Error('planned')
    })
    await expect(outer).rejects.toThrow('planned')
    expect(await names()).toEqual(['apart'])
  })

  it('calls after-commit hooks once, after the commit, and hides their failure', async () => {
    const seen: string[][] = []
    const result = await tx.run(async () => {
      await insert('a')
      tx.afterCommit(async () => {
        seen.push(await names())
        throw new Error('planned')
      })
      return 'done'
    })
    expect({ result, seen }).toEqual({ result: 'done', seen: [['a']] })
  })

  it('keeps 100 at once apart on a pool of 20', async () => {
    await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) =>
        tx.run(async () => {
          await insert(`row-${n}`)
          if (n % 4 === 0) throw new Error('planned')
        }),
      ),
    )
    expect(await names()).toHaveLength(75)
  })
})

describe('a pooled connection', () => {
  it('is strict, UTC and READ COMMITTED, every one of them', async () => {
    const settings = () =>
      app.get(DataSource).query(
        `SELECT @@session.sql_mode AS mode, @@session.time_zone AS zone,
           (SELECT VARIABLE_VALUE FROM information_schema.SESSION_VARIABLES
            WHERE VARIABLE_NAME = 'TX_ISOLATION') AS isolation, SLEEP(0.02)`,
      )
    const answers = (await Promise.all(Array.from({ length: 20 }, settings))).flat()
    for (const answer of answers) {
      expect(answer).toMatchObject({ zone: '+00:00', isolation: 'READ-COMMITTED' })
      expect(answer.mode).toContain('ONLY_FULL_GROUP_BY')
      expect(answer.mode).toContain('STRICT_TRANS_TABLES')
    }
  })
})

describe('19-digit ids', () => {
  const id = '9007199254740993123'
  const neighbour = '9007199254740993124'

  it('match their neighbours when bound as strings in row constructors, which is why sqlIds exists', () =>
    tx.run(async (manager) => {
      await manager.query('CREATE TEMPORARY TABLE numbered (id BIGINT, n INT)')
      await manager.query('INSERT INTO numbered VALUES (?, 1)', [sqlId(id)])
      const among = (values: unknown[]) =>
        manager.query('SELECT id FROM numbered WHERE (id, n) IN ((?, 1), (?, 1))', values)
      expect(await among([neighbour, '1'])).toHaveLength(1)
      expect(await among(sqlIds([neighbour, '1']))).toHaveLength(0)
      expect(await among(sqlIds([id, '1']))).toEqual([{ id }])
      await manager.query('DROP TEMPORARY TABLE numbered')
    }))
})

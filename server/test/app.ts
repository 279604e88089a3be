import type { DynamicModule } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { buildPath, type Endpoint, type ResponseOf, type SentTo } from '@yikezhong/shared/http/endpoint'
import type { ErrorBody } from '@yikezhong/shared/http/error-codes'
import type { DestinationStream } from 'pino'
import { DataSource } from 'typeorm'
import { createApp } from '../src/create-app.js'
import { type Config, loadConfig } from '../src/platform/config/config.js'
import { MIGRATIONS_TABLE } from '../src/platform/database/migrations.js'
import { testDatabaseUrl } from './test-database.js'

/** Tables that migrations fill and tests keep. */
const KEPT = new Set([MIGRATIONS_TABLE, 'audit_head'])

interface TestAppOptions {
  /** Overrides of the environment, by name. */
  env?: Record<string, string>
  /** Replaces `AppModule`: for the platform's own specs. */
  root?: (config: Config) => DynamicModule
  /** Where log lines go; none are written otherwise. */
  logStream?: DestinationStream
  /** A folder with `h5` and `console` in it, instead of the built ones. */
  frontEnds?: string
}

export const testConfig = (env: Record<string, string> = {}): Config =>
  loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: testDatabaseUrl(),
    LOG_LEVEL: 'silent',
    JOBS: 'false',
    RATE_PER_IP: '1000000',
    RATE_PER_SESSION: '1000000',
    RATE_LOGIN_PER_IP: '1000000',
    ...env,
  })

/** Boots the server once for a spec file, on this worker's database, emptied. Close it in `afterAll`. */
export async function startTestApp({
  env = {},
  root,
  ...options
}: TestAppOptions = {}): Promise<NestFastifyApplication> {
  const config = testConfig(env)
  const app = await createApp(config, { ...options, ...(root ? { root: root(config) } : {}) })
  try {
    await app.init()
    await app.getHttpAdapter().getInstance().ready()
    await emptyDatabase(app)
  } catch (error) {
    await app.close()
    throw error
  }
  return app
}

/** Deletes every row that tests made; the audit chain starts again. */
export async function emptyDatabase(app: NestFastifyApplication): Promise<void> {
  const dataSource = app.get(DataSource)
  const tables: { name: string }[] = await dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'`,
  )
  for (const { name } of tables) if (!KEPT.has(name)) await dataSource.query(`DELETE FROM \`${name}\``)
  await dataSource.query(
    `INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, REPEAT('0', 64))
     ON DUPLICATE KEY UPDATE sequence = 0, hash = REPEAT('0', 64)`,
  )
}

/** What came back: `body` is the endpoint's response when `ok`, else `error` says why. */
export interface TestAnswer<E extends Endpoint> {
  status: number
  headers: Record<string, unknown>
  body: ResponseOf<E>
  error: ErrorBody
  raw: Buffer
}

interface CallOptions {
  token?: string
  headers?: Record<string, string>
}

/** Calls an endpoint over HTTP (without a socket) with the request its contract describes. */
export async function call<E extends Endpoint>(
  app: NestFastifyApplication,
  endpoint: E,
  request: SentTo<E>,
  options: string | CallOptions = {},
): Promise<TestAnswer<E>> {
  const { token, headers = {} } = typeof options === 'string' ? { token: options } : options
  const { params, query, body } = request as { params?: object; query?: object; body?: object }
  const answer = await app.inject({
    method: endpoint.method,
    url: `/api/v1${buildPath(endpoint.path, { ...params })}`,
    headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    query: textValues(query),
    ...(body === undefined ? {} : { payload: body }),
  })
  const isJson = String(answer.headers['content-type']).includes('json')
  const parsed = isJson ? answer.json() : undefined
  const { statusCode: status, rawPayload: raw } = answer
  return { status, headers: answer.headers, body: parsed, error: parsed, raw }
}

const textValues = (query: object | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )

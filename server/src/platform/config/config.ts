import * as z from 'zod'

const DEV_APP_SECRET = 'development-only-app-secret-do-not-use'
const DEV_DATA_KEY = Buffer.alloc(32, 7).toString('base64')

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const count = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
const dataKey = z
  .string()
  .refine(
    (text) => Buffer.from(text, 'base64').length === 32,
    '须为 32 字节的 base64 (openssl rand -base64 32)',
  )

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: count(0, 65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** `mysql://user:password@host:port/name`, or `mysql://user@localhost/name?socket=/path`. */
  DATABASE_URL: z.string().min(1),
  DATABASE_TYPE: z.enum(['mariadb', 'mysql']).default('mariadb'),
  DATABASE_POOL: count(1, 200).default(20),
  QUERY_TIMEOUT_MS: count(100, 600_000).default(2500),
  /** Signs rotating codes and keys the blind indexes. */
  APP_SECRET: z.string().min(32).default(DEV_APP_SECRET),
  /** Encrypts personal columns: AES-256-GCM. */
  DATA_KEY: dataKey.default(DEV_DATA_KEY),
  WECHAT_MODE: z.enum(['simulator', 'real']).default('simulator'),
  WECHAT_APPID: z.string().default(''),
  WECHAT_SECRET: z.string().default(''),
  /** A staff session ends after this long without a request. */
  STAFF_IDLE_MINUTES: count(1, 1440).default(30),
  /** A resident's session ends after this long without a request. */
  RESIDENT_IDLE_DAYS: count(1, 365).default(30),
  CITY: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .default('tianshui'),
  /** Demo residents, staff and outlets may exist in the database. */
  DEMO_WORLD: flag.default(true),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** Metrics listen on 127.0.0.1 only; 0 switches them off. */
  METRICS_PORT: count(0, 65535).default(0),
  /** How many proxies in front of us set `X-Forwarded-For`. */
  TRUST_PROXY: count(0, 10).default(0),
  /** Requests per minute of one address: generous, because a carrier puts thousands of phones behind one. */
  RATE_PER_IP: count(1, 10_000_000).default(6000),
  /** Requests per minute of one session. */
  RATE_PER_SESSION: count(1, 10_000_000).default(300),
  /** Password and activation attempts per minute of one address. */
  RATE_LOGIN_PER_IP: count(1, 10_000_000).default(30),
  /** Outbox and scheduled jobs run in this process. */
  JOBS: flag.default(true),
})

/** Everything the environment decides, checked once at boot. */
export type Config = z.infer<typeof environment>

/** Injection token of `Config`. */
export const CONFIG = Symbol('CONFIG')

/** Names the schema knows, for the test that compares `.env.example`. */
export const configNames = Object.keys(environment.shape)

/** Reads the environment; throws one message that names every wrong or missing value. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const result = environment.safeParse(production(env))
  if (!result.success) throw new Error(`configuration: ${z.prettifyError(result.error)}`)
  const refusals = productionRefusals(result.data)
  if (refusals.length > 0) throw new Error(`configuration: ${refusals.join('; ')}`)
  return result.data
}

/** In production the demo world is off unless someone asks for it, which is then refused. */
const production = (env: NodeJS.ProcessEnv) =>
  env.NODE_ENV === 'production' ? { DEMO_WORLD: 'false', ...env } : env

function productionRefusals(config: Config): string[] {
  if (config.NODE_ENV !== 'production') return []
  const rules: [boolean, string][] = [
    [config.APP_SECRET === DEV_APP_SECRET, 'APP_SECRET is the development default'],
    [config.DATA_KEY === DEV_DATA_KEY, 'DATA_KEY is the development default'],
    [config.WECHAT_MODE === 'simulator', 'WECHAT_MODE=simulator is not allowed in production'],
    [config.WECHAT_MODE === 'real' && !config.WECHAT_APPID, 'WECHAT_APPID is missing'],
    [config.WECHAT_MODE === 'real' && !config.WECHAT_SECRET, 'WECHAT_SECRET is missing'],
    [config.DEMO_WORLD, 'DEMO_WORLD=true is not allowed in production'],
  ]
  return rules.filter(([broken]) => broken).map(([, reason]) => reason)
}

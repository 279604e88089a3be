import { createHmac } from 'node:crypto'
import type { LoggerService } from '@nestjs/common'
import { type DestinationStream, destination, type Logger, pino } from 'pino'
import { type Actor, actorName } from '../auth/actor.js'
import type { Config } from '../config/config.js'

export type Log = Logger

/**
 * JSON lines on standard output. Production writes them in blocks, because handing a block to another thread costs as
 * much as answering several requests; what a quiet hour leaves below a block goes out every second.
 */
export function openLog(config: Pick<Config, 'LOG_LEVEL' | 'NODE_ENV'>, stream?: DestinationStream): Log {
  const inBlocks = config.NODE_ENV === 'production'
  const out =
    stream ??
    destination(
      inBlocks ? { fd: 1, sync: false, minLength: 12_288, periodicFlush: 1000 } : { fd: 1, sync: true },
    )
  const options = {
    level: config.LOG_LEVEL,
    base: null,
    timestamp: isoTime,
    serializers: { err: describeError },
  }
  return pino(options, out)
}

let lastMs = 0
let lastTime = ''

/** Many requests end in the same millisecond, and writing a date out is dear. */
function isoTime(): string {
  const now = Date.now()
  if (now !== lastMs) {
    lastMs = now
    lastTime = `,"time":"${new Date(now).toISOString()}"`
  }
  return lastTime
}

/** The database driver hangs the statement with its values on the error: those may be personal. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error).slice(0, 500) }
  const code = 'code' in error ? { code: String(error.code) } : {}
  const [, ...frames] = (error.stack ?? '').split('\n    at ')
  const message = isDatabaseError(error) ? withoutValues(error.message) : error.message
  return { type: error.name, message: message.slice(0, 500), ...code, stack: frames.slice(0, 12).join(' < ') }
}

const isDatabaseError = (error: Error) => 'errno' in error || error.name === 'QueryFailedError'

/** `Duplicate entry '13900000000' for key …` -> `Duplicate entry '?' for key …` */
const withoutValues = (message: string) => message.replace(/'[^']*'/g, "'?'")

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'

/** Nest tells of every module and route it finds: a hundred lines nobody reads. */
const BOOT_CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer'])

/** Lets Nest and our `Logger`s write to the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly log_: Log) {}

  log(message: unknown, ...rest: unknown[]) {
    this.write(BOOT_CHATTER.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest)
  }

  error(message: unknown, ...rest: unknown[]) {
    this.write('error', message, rest)
  }

  warn(message: unknown, ...rest: unknown[]) {
    this.write('warn', message, rest)
  }

  debug(message: unknown, ...rest: unknown[]) {
    this.write('debug', message, rest)
  }

  verbose(message: unknown, ...rest: unknown[]) {
    this.write('trace', message, rest)
  }

  fatal(message: unknown, ...rest: unknown[]) {
    this.write('fatal', message, rest)
  }

  private write(level: Level, message: unknown, rest: unknown[]) {
    const last = rest.at(-1)
    const context = typeof last === 'string' ? { context: last } : {}
    // pino would fill a missing text with the error's own message, values and all
    if (message instanceof Error) this.log_[level]({ ...context, err: message }, 'failed')
    else if (typeof message === 'object' && message !== null)
      this.writeObject(level, { ...context, ...message })
    else this.log_[level](context, String(message))
  }

  private writeObject(level: Level, object: object) {
    if ('err' in object) this.log_[level](object, 'failed')
    else this.log_[level](object)
  }
}

/** `staff:1f3a9c20`: tells one caller's lines from another's without saying who it is. */
export class ActorLabels {
  private readonly labels = new WeakMap<Actor, string>()
  private readonly key: Buffer

  constructor(config: Pick<Config, 'APP_SECRET'>) {
    this.key = createHmac('sha256', config.APP_SECRET).update('log-actor').digest()
  }

  of(actor: Actor): string {
    if (actor.kind === 'anonymous') return actor.kind
    const known = this.labels.get(actor)
    if (known) return known
    const hash = createHmac('sha256', this.key).update(actorName(actor)).digest('hex').slice(0, 8)
    const label = `${actor.kind}:${hash}`
    this.labels.set(actor, label)
    return label
  }
}

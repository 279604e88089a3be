import { Logger } from '@nestjs/common'
import type { Logger as QueryLogger } from 'typeorm'

/** Tells of slow queries by their text with its placeholders; the values may be personal and stay out. */
export class QueryLog implements QueryLogger {
  private readonly logger = new Logger('Database')

  logQuery() {}

  /** The thrower's caller logs it once, with the request. */
  logQueryError() {}

  logQuerySlow(time: number, query: string) {
    this.logger.warn({ slowQueryMs: time, query: query.replace(/\s+/g, ' ').slice(0, 300) })
  }

  logSchemaBuild() {}

  logMigration() {}

  log(level: 'log' | 'info' | 'warn', message: unknown) {
    if (level === 'warn') this.logger.warn(String(message))
  }
}

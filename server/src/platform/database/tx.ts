import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Injectable, Logger } from '@nestjs/common'
import { DataSource, EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm'

type Hook = () => void | Promise<void>
interface Unit {
  manager: EntityManager
  afterCommit: Hook[]
}

/** Deadlock, lock wait timeout, and MariaDB's "record has changed since last read": the whole unit is run again. */
const RETRIED = new Set([1213, 1205, 1020])
const MAX_ATTEMPTS = 5

/**
 * A unit of work: one READ COMMITTED transaction that everything called inside joins. `run` inside a `run` joins the
 * one in progress. The function may run more than once, so it does nothing that cannot be rolled back.
 */
@Injectable()
export class Tx {
  private readonly logger = new Logger(Tx.name)
  private readonly units = new AsyncLocalStorage<Unit>()
  private open = 0

  constructor(private readonly dataSource: DataSource) {}

  /** The manager of the transaction in progress, or the plain one outside. */
  get manager(): EntityManager {
    return this.units.getStore()?.manager ?? this.dataSource.manager
  }

  get active(): boolean {
    return this.units.getStore() !== undefined
  }

  repo<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity)
  }

  /** Runs after the commit, or at once outside a transaction; its failure is logged and never reaches the caller. */
  afterCommit(hook: Hook): void {
    const unit = this.units.getStore()
    if (unit) unit.afterCommit.push(hook)
    else void this.settle([hook])
  }

  async run<R>(work: (manager: EntityManager) => Promise<R>): Promise<R> {
    const joined = this.units.getStore()
    if (joined) return work(joined.manager)
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work)
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isRetried(error)) throw error
        await sleep(5 * 2 ** attempt + Math.random() * 20)
      }
    }
  }

  /** Runs outside the transaction of the caller: for work shared by several requests, such as a batch. */
  detached<R>(work: () => R): R {
    return this.units.exit(work)
  }

  private async attempt<R>(work: (manager: EntityManager) => Promise<R>): Promise<R> {
    const afterCommit: Hook[] = []
    this.open++
    try {
      const result = await this.dataSource.transaction((manager) =>
        this.units.run({ manager, afterCommit }, () => work(manager)),
      )
      await this.settle(afterCommit)
      return result
    } finally {
      // An enabled AsyncLocalStorage slows every promise of the process on Node 20, reads included.
      if (--this.open === 0) this.units.disable()
    }
  }

  private async settle(hooks: Hook[]) {
    for (const hook of hooks) {
      try {
        await hook()
      } catch (error) {
        this.logger.error(error)
      }
    }
  }
}

function isRetried(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && RETRIED.has(Number(error.errno))
}

/** True for a unique key that is already taken (1062). */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'errno' in error && Number(error.errno) === 1062
}

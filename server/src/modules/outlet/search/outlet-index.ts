import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common'
import { CONFIG, type Config } from '../../../platform/config/config.js'
import { ChangeFeed } from './change-feed.js'
import { GridIndex } from './grid-index.js'
import { LoadRows } from './load-rows.js'

const pollMs = 750

/**
 * 内存索引 of this node: built from the tables, refreshed at once after changes of this process and within a second
 * after changes of others. While the database is away it keeps answering with what it knew.
 */
@Injectable()
export class OutletIndex implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(OutletIndex.name)
  private index: GridIndex | null = null
  private readonly pending = new Set<string>()
  /** Reads of the database in turn: a later one is never overtaken by an earlier one. */
  private turn: Promise<void> = Promise.resolve()
  private timer?: NodeJS.Timeout
  private isClosed = false

  constructor(
    private readonly rows: LoadRows,
    private readonly feed: ChangeFeed,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null until it is built; then the SQL search answers. */
  get current(): GridIndex | null {
    return this.index
  }

  async onApplicationBootstrap(): Promise<void> {
    // A spec empties the database after the boot and builds the index when it needs it.
    if (this.config.NODE_ENV === 'test') return
    await this.poll()
    this.schedule()
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true
    clearTimeout(this.timer)
    await this.turn
  }

  /** Reads some outlets again; resolves when searches see them. */
  refresh(outletIds: readonly string[]): Promise<void> {
    if (!this.index) return Promise.resolve()
    for (const id of outletIds) this.pending.add(id)
    return this.inTurn(() => this.readPending())
  }

  /** Builds the index anew. */
  reload(): Promise<void> {
    return this.inTurn(() => this.build())
  }

  /** Catches up with what other nodes changed. */
  poll(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.index) return this.build()
      const changed = await this.feed.changes()
      if (changed === 'restarted') return this.build()
      for (const id of changed) this.pending.add(id)
      await this.readPending()
    })
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(() =>
      work().catch((error: unknown) => {
        this.logger.warn(`outlet index not refreshed, trying again: ${error}`)
      }),
    )
    return this.turn
  }

  private async build(): Promise<void> {
    // Before the rows are read, so that what changes meanwhile is read once more.
    await this.feed.start()
    this.pending.clear()
    this.index = new GridIndex(await this.rows.all())
  }

  private async readPending(): Promise<void> {
    const ids = [...this.pending]
    if (ids.length === 0 || !this.index) return
    const found = new Map((await this.rows.byIds(ids)).map((row) => [row.id, row]))
    for (const id of ids) {
      const row = found.get(id)
      if (row) this.index.put(row)
      else this.index.remove(id)
      this.pending.delete(id)
    }
    if (this.index.isWorn) this.index = new GridIndex(this.index.all())
  }

  private schedule() {
    if (this.isClosed) return
    this.timer = setTimeout(() => void this.poll().then(() => this.schedule()), pollMs)
    this.timer.unref()
  }
}

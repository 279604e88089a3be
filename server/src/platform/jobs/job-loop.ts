import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import { CONFIG, type Config } from '../config/config.js'
import { JobRunner } from './job-runner.js'
import { Outbox } from './outbox.js'
import { OutboxDispatcher } from './outbox-dispatcher.js'

const OUTBOX_LOOK_MS = 1000
const JOBS_LOOK_MS = 5000

/** Keeps the dispatcher and the job runner going while the server runs, and lets them finish when it stops. */
@Injectable()
export class JobLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loops: Loop[] = []

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly dispatcher: OutboxDispatcher,
    private readonly runner: JobRunner,
  ) {}

  onApplicationBootstrap() {
    if (!this.config.JOBS) return
    const outbox = new Loop(() => this.dispatcher.drain(), OUTBOX_LOOK_MS)
    this.outbox.onCommitted(() => outbox.wake())
    this.loops.push(outbox, new Loop(() => this.runner.runDue(), JOBS_LOOK_MS))
  }

  async beforeApplicationShutdown() {
    this.dispatcher.stop()
    this.runner.stop()
    await Promise.all(this.loops.map((loop) => loop.stop()))
  }
}

/** Does one thing again and again, never twice at once. */
class Loop {
  private readonly logger = new Logger('JobLoop')
  private timer: NodeJS.Timeout | undefined
  private current: Promise<void> | undefined
  private again = false
  private stopped = false

  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly everyMs: number,
  ) {
    this.wake()
  }

  wake() {
    if (this.stopped) return
    if (this.current) {
      this.again = true
      return
    }
    clearTimeout(this.timer)
    this.current = this.once().finally(() => this.rest())
  }

  async stop() {
    this.stopped = true
    clearTimeout(this.timer)
    await this.current
  }

  private async once() {
    try {
      await this.work()
    } catch (error) {
      this.logger.error(error)
    }
  }

  private rest() {
    this.current = undefined
    if (this.stopped) return
    this.timer = setTimeout(() => this.wake(), this.again ? 0 : this.everyMs)
    this.again = false
  }
}

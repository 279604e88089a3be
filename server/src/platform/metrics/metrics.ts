import { Injectable } from '@nestjs/common'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { DataSource } from 'typeorm'

/** What Prometheus reads. Requests are counted by route pattern, so the number of series stays small. */
@Injectable()
export class Metrics {
  readonly registry = new Registry()
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'time to answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  })
  private isOn = false

  constructor(private readonly dataSource: DataSource) {}

  /** Nothing is counted until someone can read it. */
  start() {
    this.isOn = true
    collectDefaultMetrics({ register: this.registry })
    const outbox = new Gauge({
      name: 'outbox_rows',
      help: 'events not yet delivered, by state',
      labelNames: ['state'],
      registers: [this.registry],
      collect: async () => {
        const [row] = await this.dataSource.query(
          `SELECT CAST(COALESCE(SUM(dead_at IS NULL), 0) AS SIGNED) AS waiting,
             CAST(COALESCE(SUM(dead_at IS NOT NULL), 0) AS SIGNED) AS dead FROM outbox`,
        )
        outbox.set({ state: 'waiting' }, row.waiting)
        outbox.set({ state: 'dead' }, row.dead)
      },
    })
  }

  observe(method: string, route: string, status: number, seconds: number) {
    if (this.isOn) this.requests.labels(method, route, String(status)).observe(seconds)
  }

  /** A counter of a module's own, such as `coupon_claims_total`. */
  counter(name: string, help: string): Counter {
    const known = this.registry.getSingleMetric(name)
    return known instanceof Counter ? known : new Counter({ name, help, registers: [this.registry] })
  }
}

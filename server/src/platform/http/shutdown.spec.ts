import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Controller, Injectable } from '@nestjs/common'
import { defineEndpoint } from '@yikezhong/shared/http/endpoint'
import { nothing } from '@yikezhong/shared/http/primitives'
import { startTestApp } from '../../../test/app.js'
import { platformOnly } from '../../../test/platform-only.js'
import { Tx } from '../database/tx.js'
import { OnEvent } from '../jobs/on-event.js'
import { Outbox } from '../jobs/outbox.js'
import { Implements } from './endpoint.decorator.js'

const slow = defineEndpoint({
  method: 'GET',
  path: '/slow',
  summary: 'takes its time',
  access: 'public',
  response: nothing,
})

@Controller()
class SlowController {
  constructor(private readonly tx: Tx) {}

  /** Works with the database at the very end: the pool must outlive the request. */
  @Implements(slow)
  async slow() {
    await sleep(400)
    await this.tx.run((manager) => manager.query('SELECT 1'))
    return {}
  }
}

const told: string[] = []

@Injectable()
class SlowListener {
  @OnEvent('bell.rung')
  async onBell() {
    told.push('began')
    await sleep(300)
    told.push('ended')
  }
}

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

it('closing answers what is in flight, lets a running handler end and takes nothing new', async () => {
  const root = platformOnly({ controllers: [SlowController], providers: [SlowListener] })
  const app = await startTestApp({ root, env: { JOBS: 'true' } })
  await app.listen(0, '127.0.0.1')
  const url = await app.getUrl()
  const answers = Array.from({ length: 10 }, () => fetch(`${url}/api/v1/slow`))
  await app.get(Tx).run(() => app.get(Outbox).add('bell.rung', {}))
  await sleep(150)
  await app.close()
  const statuses = (await Promise.all(answers)).map((answer) => answer.status)
  expect(statuses).toEqual(Array<number>(10).fill(200))
  expect(told).toEqual(['began', 'ended'])
  await expect(fetch(`${url}/health/live`)).rejects.toThrow()
})

it('metrics are on a port of their own, by route pattern', async () => {
  const port = await freePort()
  const root = platformOnly({ controllers: [SlowController] })
  const app = await startTestApp({ root, env: { METRICS_PORT: String(port) } })
  await app.inject('/api/v1/slow?secret=1')
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  expect(text).toContain(
    'http_request_duration_seconds_count{method="GET",route="/api/v1/slow",status="200"} 1',
  )
  expect(text).toContain('outbox_rows{state="waiting"} 0')
  expect(text).not.toContain('secret')
  expect((await app.inject('/metrics')).statusCode).toBe(404)
  await app.close()
})

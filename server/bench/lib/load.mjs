// A process of its own, so that making load does not run on the thread that measures: one job, one result.
import autocannon from 'autocannon'

const { port, paths, headers, connections, seconds } = JSON.parse(process.argv[2] ?? '{}')
const result = await autocannon({
  url: `http://127.0.0.1:${port}`,
  requests: paths.map((/** @type {string} */ path) => ({ path })),
  headers,
  connections,
  duration: seconds,
})
process.send?.({
  perSecond: result.requests.total / result.duration,
  total: result.requests.total,
  p50: result.latency.p50,
  p99: result.latency.p99,
  failures: result.non2xx + result.errors + result.timeouts,
})

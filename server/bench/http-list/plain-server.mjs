// The two bare node:http servers of the benchmark, over the same answers: `baseline` serialises them for every
// request, `floor` sends buffers that are ready.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [kind, port, file] = process.argv.slice(2)
/** @type {Record<string, unknown>} */
const answers = JSON.parse(readFileSync(String(file), 'utf8'))
const objects = new Map(Object.entries(answers))
const buffers = new Map(
  Object.entries(answers).map(([path, answer]) => [path, Buffer.from(JSON.stringify(answer))]),
)
const bodyOf =
  kind === 'floor'
    ? (/** @type {string} */ path) => buffers.get(path)
    : (/** @type {string} */ path) => JSON.stringify(objects.get(path))

createServer((request, response) => {
  const body = bodyOf(request.url ?? '')
  if (body === undefined) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'))

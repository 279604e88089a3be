import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const GIVEN = /^[\w-]{8,64}$/
const process_ = randomBytes(3).toString('hex')
let count = 0

/** The proxy's `X-Request-Id` when it is a plain one, else a short number that a person can read out. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  if (typeof given === 'string' && GIVEN.test(given)) return given
  return `${process_}-${(++count).toString(36)}`
}

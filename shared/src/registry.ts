import * as audit from './audit/audit.contract.js'
import * as circle from './circle/circle.contract.js'
import * as coupon from './coupon/coupon.contract.js'
import type { Endpoint } from './http/endpoint.js'
import * as identity from './identity/identity.contract.js'
import * as bureauOutlet from './outlet/bureau-outlet.contract.js'
import * as outlet from './outlet/outlet.contract.js'
import * as survey from './survey/survey.contract.js'

const contracts: Record<string, object> = {
  identity,
  circle,
  outlet: { ...outlet, ...bureauOutlet },
  coupon,
  survey,
  audit,
}

/**
 * Every endpoint of every contract, with the name it is exported by and its domain. For the server's documents and
 * sweeps; the clients import single contracts and never this file.
 */
export const endpoints: readonly (readonly [name: string, domain: string, endpoint: Endpoint])[] =
  Object.entries(contracts).flatMap(([domain, exports]) =>
    Object.entries(exports)
      .filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1]))
      .map(([name, endpoint]) => [name, domain, endpoint] as const),
  )

function isEndpoint(value: unknown): value is Endpoint {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value
  )
}

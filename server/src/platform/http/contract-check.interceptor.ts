import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common'
import { map } from 'rxjs'
import * as z from 'zod'
import { JsonText } from './answer.js'
import { endpointOf } from './endpoint.decorator.js'

/**
 * Fails loudly when an answer breaks its contract. Tests and development only: the same check in production costs
 * most of a list endpoint's throughput, and a shape that tests have seen does not change at night.
 */
@Injectable()
export class ContractCheckInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const endpoint = endpointOf(context.getHandler())
    return next.handle().pipe(
      map((value: unknown) => {
        if (endpoint) check(`${endpoint.method} ${endpoint.path}`, endpoint.response, value)
        return value
      }),
    )
  }
}

function check(name: string, response: object, value: unknown) {
  if ('mediaType' in response) {
    if (value instanceof StreamableFile) return
    throw new Error(`${name} must answer with fileAnswer()`)
  }
  const wire = value instanceof JsonText ? value.text.toString() : JSON.stringify(value)
  const schema = response as z.core.$ZodType
  const result = z.safeParse(schema, JSON.parse(wire ?? 'null'))
  if (!result.success) throw new Error(`${name} breaks its contract: ${z.prettifyError(result.error)}`)
}

import * as z from 'zod/mini'
import { queryInt } from './primitives.js'

/** Opaque position after the last row of a page; hand it back unchanged. */
export const cursor = z.string().check(z.minLength(1), z.maxLength(200))

/** Query fields of every list: `limit` rows after `cursor`. */
export const pageQuery = {
  limit: z.optional(queryInt(1, 100)),
  cursor: z.optional(cursor),
}

/** One page of a list; `nextCursor` is null on the last page. */
export const page = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) })

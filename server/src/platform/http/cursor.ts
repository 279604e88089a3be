import { DomainError } from './domain-error.js'

type Kind = 'number' | 'string'
type ValueOf<K extends Kind> = K extends 'number' ? number : string
type ValuesOf<K extends readonly Kind[]> = { [I in keyof K]: ValueOf<K[I]> }

/** Where a page ended: the sort key of its last row, opaque to clients. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

/** One page of rows that were read with one to spare, and the cursor after its last row, or null on the last page. */
export function cutPage<Row>(
  rows: readonly Row[],
  limit: number,
  cursorAfter: (last: Row) => string,
): { rows: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { rows: shown, nextCursor: last === undefined ? null : cursorAfter(last) }
}

/** The sort key inside a cursor; anything that is not of these kinds is refused. */
export function decodeCursor<const K extends readonly Kind[]>(cursor: string, kinds: K): ValuesOf<K> {
  const key = parse(cursor)
  const fits =
    Array.isArray(key) &&
    key.length === kinds.length &&
    key.every((value, index) => kindOf(value) === kinds[index])
  if (!fits)
    throw new DomainError('VALIDATION_FAILED', [{ path: 'cursor', message: '翻页位置不对，请从第一页看起' }])
  return key as ValuesOf<K>
}

/** JSON reads `1e999` as Infinity, which is no position and no SQL value. */
const kindOf = (value: unknown): string =>
  Number.isFinite(value) || typeof value !== 'number' ? typeof value : 'none'

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

import { DomainError } from './domain-error.js'

type Kind = 'number' | 'string'
type ValueOf<K extends Kind> = K extends 'number' ? number : string
type ValuesOf<K extends readonly Kind[]> = { [I in keyof K]: ValueOf<K[I]> }

/** Where a page ended: the sort key of its last row, opaque to clients. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url')

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

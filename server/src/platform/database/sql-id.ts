/**
 * An id as a SQL parameter. A 19-digit id bound as a string may be compared with a BIGINT column as DOUBLE, and
 * then matches neighbouring ids: in `IN` lists on some versions, in row constructors `(id, n) IN ((?, ?))` on
 * MariaDB 10.11. Bound as BigInt it is compared exactly everywhere.
 */
export const sqlId = (id: string): bigint => BigInt(id)

export const sqlIds = (ids: readonly string[]): bigint[] => ids.map(sqlId)

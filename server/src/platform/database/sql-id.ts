/**
 * An id as a SQL parameter. A 19-digit id bound as a string is compared with a BIGINT column as DOUBLE in
 * `IN ('…')`, and then matches neighbouring ids; bound as BigInt it is compared exactly.
 */
export const sqlId = (id: string): bigint => BigInt(id)

export const sqlIds = (ids: readonly string[]): bigint[] => ids.map(sqlId)

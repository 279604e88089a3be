import { createHash } from 'node:crypto'
import { DomainError } from '../../../platform/http/domain-error.js'
import type { Rank } from './nearest.js'

const size = 24
const maxId = (1n << 63n) - 1n

/**
 * 翻页位置: the rank of the last row and a seal over it and over what was asked. A cursor changed on its way, or
 * used with another search, is refused. The seal is no secret: whoever forges one only moves their own window.
 */
export function encodeCursor({ distanceCm, id }: Rank, search: string): string {
  const bytes = Buffer.alloc(size)
  bytes.writeDoubleBE(distanceCm, 0)
  bytes.writeBigUInt64BE(BigInt(id), 8)
  seal(bytes, search).copy(bytes, 16)
  return bytes.toString('base64url')
}

export function decodeCursor(cursor: string, search: string): Rank {
  const bytes = Buffer.from(cursor, 'base64url')
  const isWhole = bytes.length === size && bytes.toString('base64url') === cursor
  if (!isWhole || !seal(bytes, search).equals(bytes.subarray(16))) throw cursorRefused()
  const distanceCm = bytes.readDoubleBE(0)
  const id = bytes.readBigUInt64BE(8)
  if (!Number.isSafeInteger(distanceCm) || distanceCm < 0 || id > maxId) throw cursorRefused()
  return { distanceCm, id: id.toString() }
}

const seal = (bytes: Buffer, search: string): Buffer =>
  createHash('sha256').update(bytes.subarray(0, 16)).update(search).digest().subarray(0, 8)

const cursorRefused = () =>
  new DomainError('VALIDATION_FAILED', [
    { path: 'query.cursor', message: '查询参数 cursor:不是这次查询给出的翻页位置' },
  ])

import { createHash } from 'node:crypto'

/** A place in the order of the register (网点清册). */
interface Position {
  communityCode: string
  nameSort: string
  id: string
}

/** 翻页位置 of the register, sealed against changes on the way and against use with another list. */
export const encodeRegisterCursor = ({ communityCode, nameSort, id }: Position, question: string): string => {
  const text = `${communityCode}\n${id}\n${nameSort}`
  return Buffer.from(`${seal(text, question)}\n${text}`).toString('base64url')
}

/** Null when it is not a cursor of this list. */
export function decodeRegisterCursor(cursor: string, question: string): Position | null {
  const bytes = Buffer.from(cursor, 'base64url')
  const [mark, communityCode, id, nameSort] = bytes.toString().split('\n')
  if (bytes.toString('base64url') !== cursor || !communityCode || !id || nameSort === undefined) return null
  const isOurs = mark === seal(`${communityCode}\n${id}\n${nameSort}`, question)
  return isOurs ? { communityCode, nameSort, id } : null
}

const seal = (text: string, question: string): string =>
  createHash('sha256').update(`${text}\n${question}`).digest('base64url').slice(0, 12)

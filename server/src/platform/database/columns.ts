import { Column, type ColumnOptions, CreateDateColumn, PrimaryColumn, UpdateDateColumn } from 'typeorm'
import { decryptText, encryptText } from './encryption.js'

/** An integer column read as a number; a value JavaScript cannot hold exactly throws instead of being rounded. */
const safeInteger = {
  to: (value: unknown) => value,
  from(value: unknown) {
    if (value === null || value === undefined) return value
    const number = Number(value)
    if (!Number.isSafeInteger(number)) throw new RangeError('integer outside the safe range')
    return number
  },
}

/** The driver reads integers below 2^53 as numbers, so a small id made by hand would not be the string it should. */
const idText = {
  to: (value: unknown) => value,
  from: (value: unknown) => (typeof value === 'number' ? String(value) : value),
}

/** Primary key from `Ids`. */
export const PrimaryId = () => PrimaryColumn({ type: 'bigint', transformer: idText })

/** Id of another row, as a string. */
export const Id = (options: ColumnOptions = {}) => Column({ ...options, type: 'bigint', transformer: idText })

/** An instant: UTC `DATETIME(3)`. */
export const At = (options: ColumnOptions = {}) => Column({ ...options, type: 'datetime', precision: 3 })

export const CreatedAt = (options: ColumnOptions = {}) =>
  CreateDateColumn({ ...options, type: 'datetime', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' })

export const UpdatedAt = (options: ColumnOptions = {}) =>
  UpdateDateColumn({
    ...options,
    type: 'datetime',
    precision: 3,
    default: () => 'CURRENT_TIMESTAMP(3)',
    onUpdate: 'CURRENT_TIMESTAMP(3)',
  })

/** Money in integer fen (分). */
export const Fen = (options: ColumnOptions = {}) =>
  Column({ ...options, type: 'bigint', transformer: safeInteger })

/** A code, status or key: compared byte by byte, never by a language's rules. */
export const CodeColumn = (length: number, options: ColumnOptions = {}) =>
  Column({ ...options, type: 'varchar', length, charset: 'ascii', collation: 'ascii_bin' })

/** Personal text at rest: AES-256-GCM; look it up through a `blindIndex` column beside it. */
export const Encrypted = (options: ColumnOptions = {}) =>
  Column({
    ...options,
    type: 'varchar',
    length: 500,
    charset: 'ascii',
    collation: 'ascii_bin',
    transformer: {
      to: (text: string | null | undefined) => (typeof text === 'string' ? encryptText(text) : text),
      from: (sealed: string | null) => (sealed === null ? null : decryptText(sealed)),
    },
  })

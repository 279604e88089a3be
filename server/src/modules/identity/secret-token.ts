import { createHash } from 'node:crypto'
import type { Random } from '../../platform/runtime/random.js'

/** A 256-bit secret in 43 characters that fit a header, a URL and a terminal. */
export const newToken = (random: Random): string => random.bytes(32).toString('base64url')

/** What is stored in a token's place. A fast hash is enough: nobody can guess 256 random bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

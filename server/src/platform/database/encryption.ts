import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Config } from '../config/config.js'

// Column transformers are made when an entity's file is read, before anything is injected: hence a module variable.
let keys: { data: Buffer; index: Buffer } | undefined

/** Hands the column encryption its keys; called once at boot. */
export function useEncryptionKeys(config: Pick<Config, 'DATA_KEY' | 'APP_SECRET'>) {
  keys = {
    data: Buffer.from(config.DATA_KEY, 'base64'),
    index: createHmac('sha256', config.APP_SECRET).update('blind-index').digest(),
  }
}

function theKeys() {
  if (!keys) throw new Error('column encryption is used before useEncryptionKeys()')
  return keys
}

/** `v1.` + base64url of nonce (12), tag (16) and cipher text; the same text never looks the same twice. */
export function encryptText(text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', theKeys().data, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/** Throws when the value was changed or sealed with another key. */
export function decryptText(sealed: string): string {
  if (!sealed.startsWith('v1.')) throw new Error('unknown encryption version')
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', theKeys().data, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** Keyed hash by which an encrypted value can be found again: 43 ASCII characters, `purpose` keeps columns apart. */
export const blindIndex = (purpose: string, text: string) =>
  createHmac('sha256', theKeys().index).update(`${purpose}\0${text}`).digest('base64url')

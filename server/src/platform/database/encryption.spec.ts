import { blindIndex, decryptText, encryptText, useEncryptionKeys } from './encryption.js'

const keys = { DATA_KEY: Buffer.alloc(32, 1).toString('base64'), APP_SECRET: 'a'.repeat(32) }
beforeEach(() => useEncryptionKeys(keys))

describe('column encryption', () => {
  it('opens what it sealed and never seals alike twice', () => {
    const [a, b] = [encryptText('13900000000 𠮷'), encryptText('13900000000 𠮷')]
    expect(a).not.toBe(b)
    expect([decryptText(a), decryptText(b)]).toEqual(['13900000000 𠮷', '13900000000 𠮷'])
  })

  it('refuses a changed value and another key', () => {
    const sealed = encryptText('text')
    expect(() => decryptText(`${sealed.slice(0, -2)}AA`)).toThrow()
    useEncryptionKeys({ ...keys, DATA_KEY: Buffer.alloc(32, 2).toString('base64') })
    expect(() => decryptText(sealed)).toThrow()
  })

  it('finds the same text again, per purpose', () => {
    expect(blindIndex('phone', '1')).toBe(blindIndex('phone', '1'))
    expect(blindIndex('phone', '1')).not.toBe(blindIndex('account', '1'))
    expect(blindIndex('phone', '1')).toMatch(/^[\w-]{43}$/)
  })
})

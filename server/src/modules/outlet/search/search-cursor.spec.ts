import { decodeCursor, encodeCursor } from './search-cursor.js'

const rank = { distanceCm: 4_912_345, id: '9223372036854775807' }

describe('a search cursor', () => {
  it('says where a page ended, to the digit, in at most 200 characters', () => {
    const cursor = encodeCursor(rank, 'question')
    expect(decodeCursor(cursor, 'question')).toEqual(rank)
    expect(cursor.length).toBeLessThan(200)
  })

  it('is refused when any character was changed, and for another question', () => {
    const cursor = encodeCursor(rank, 'question')
    for (let at = 0; at < cursor.length; at++) {
      const forged = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1)
      expect(() => decodeCursor(forged, 'question')).toThrow('提交的内容有误')
    }
    expect(() => decodeCursor(cursor, 'other')).toThrow()
    for (const text of ['', 'x', '𠮷', `${cursor}A`, cursor.slice(1), `${cursor}=`])
      expect(() => decodeCursor(text, 'question')).toThrow()
  })
})

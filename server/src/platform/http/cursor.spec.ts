import { cutPage, decodeCursor, encodeCursor } from './cursor.js'

const kinds = ['number', 'string'] as const

describe('cursor', () => {
  it('comes back as it went', () => expect(decodeCursor(encodeCursor([12, '7']), kinds)).toEqual([12, '7']))

  it.each([
    ['not base64 json'],
    [''],
    [encodeCursor(['12', '7'])],
    [encodeCursor([12])],
    [encodeCursor([12, '7', 1])],
    [Buffer.from('[1e999,"7"]').toString('base64url')],
  ])('refuses %j', (cursor) => expect(() => decodeCursor(cursor, kinds)).toThrow('提交的内容有误'))
})

describe('cutPage', () => {
  const after = (last: number) => `after ${last}`

  it('says where to go on only when a row is left over', () => {
    expect(cutPage([1, 2, 3], 2, after)).toEqual({ rows: [1, 2], nextCursor: 'after 2' })
    expect(cutPage([1, 2], 2, after)).toEqual({ rows: [1, 2], nextCursor: null })
    expect(cutPage([], 2, after)).toEqual({ rows: [], nextCursor: null })
  })
})

import {
  cityDay,
  cityMinute,
  clockTime,
  dayLabel,
  daysAgo,
  distance,
  momentLabel,
  shortNumber,
  untilLabel,
  yuan,
  yuanExact,
} from './format'

describe('money', () => {
  it.each([
    [0, '0'],
    [800, '8'],
    [850, '8.5'],
    [899, '8.99'],
    [1, '0.01'],
  ])('%i fen reads %s on a coupon', (fen, text) => expect(yuan(fen)).toBe(text))

  it('keeps two places in a price list', () => {
    expect(yuanExact(900)).toBe('9.00')
    expect(yuanExact(1005)).toBe('10.05')
  })
})

describe('city time', () => {
  it('is +08:00 whatever the machine says', () => {
    expect(clockTime('2026-07-11T23:18:00.000Z')).toBe('07:18')
    expect(cityDay('2026-07-11T16:00:00.000Z')).toBe('2026-07-12')
    expect(cityDay('2026-07-11T15:59:59.999Z')).toBe('2026-07-11')
  })

  it('counts the week from Monday', () => {
    expect(cityMinute('2026-07-12T16:30:00.000Z')).toEqual({ weekday: 0, minute: 30 })
    expect(cityMinute('2026-07-12T15:59:00.000Z')).toEqual({ weekday: 6, minute: 1439 })
  })

  it('reads days as people say them', () => {
    expect(dayLabel('2026-07-09')).toBe('7 月 9 日')
    expect(dayLabel('2026-07-09T16:00:00.000Z')).toBe('7 月 10 日')
    expect(daysAgo('2026-07-12', '2026-07-12T10:00:00.000Z')).toBe('今天')
    expect(daysAgo('2026-07-11', '2026-07-12T10:00:00.000Z')).toBe('昨天')
    expect(daysAgo('2026-06-30', '2026-07-12T10:00:00.000Z')).toBe('12 天前')
  })

  it('gives a validity that ends at midnight to the day before', () => {
    expect(untilLabel('2026-07-31T16:00:00.000Z')).toBe('7 月 31 日')
    expect(untilLabel('2026-07-31T15:59:59.000Z')).toBe('7 月 31 日')
  })

  it('leaves today out of a moment', () => {
    expect(momentLabel('2026-07-12T01:00:00.000Z', '2026-07-12T03:00:00.000Z')).toBe('09:00')
    expect(momentLabel('2026-07-13T01:00:00.000Z', '2026-07-12T03:00:00.000Z')).toBe('7 月 13 日 09:00')
  })
})

it('reads distances in metres, then kilometres', () => {
  expect(distance(379.6)).toBe('380 米')
  expect(distance(1250)).toBe('1.3 公里')
  expect(distance(2000)).toBe('2 公里')
})

it('quotes the end of a request id', () => expect(shortNumber('req-0197f2-7q2f9a')).toBe('7Q2F9A'))

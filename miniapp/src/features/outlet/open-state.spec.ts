import type { WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { openState } from './open-state'

const everyDay = (...spans: [string, string][]): WeeklyHours =>
  Array.from({ length: 7 }, () => spans.map(([from, to]) => ({ from, to })))

const outlet = (hours: WeeklyHours | null, more: Partial<Parameters<typeof openState>[0]> = {}) => ({
  status: 'operating' as const,
  hours,
  lastConfirmedOn: '2026-07-10',
  ...more,
})

/** Sunday 2026-07-12 in the city. */
const at = (clock: string) => new Date(`2026-07-12T${clock}:00+08:00`)
const said = (...args: Parameters<typeof openState>) => {
  const { word, detail } = openState(...args)
  return detail ? `${word} ${detail}` : word
}

it.each([
  ['08:00', '营业中 至 10:30'],
  ['09:30', '营业中 至 10:30'],
  ['09:31', '59 分钟后打烊'],
  ['10:29', '1 分钟后打烊'],
  ['10:30', '已打烊 明早 06:30'],
  ['06:29', '06:30 开门'],
  ['06:30', '营业中 至 10:30'],
])('a breakfast shop at %s: %s', (clock, words) => {
  expect(said(outlet(everyDay(['06:30', '10:30'])), at(clock))).toBe(words)
})

it('opens again in the afternoon', () => {
  expect(said(outlet(everyDay(['08:00', '12:00'], ['14:00', '18:00'])), at('12:30'))).toBe('14:00 开门')
})

it('runs past midnight, from yesterday too', () => {
  const late = outlet(everyDay(['18:00', '02:00']))
  expect(said(late, at('23:30'))).toBe('营业中 至 02:00')
  expect(said(late, at('00:30'))).toBe('营业中 至 02:00')
  expect(said(late, at('02:00'))).toBe('18:00 开门')
})

it('says 24 小时 for round the clock', () => {
  expect(said(outlet(everyDay(['00:00', '24:00'])), at('03:00'))).toBe('营业中 24 小时')
})

it('names the weekday when it stays closed tomorrow', () => {
  const hours = everyDay(['09:00', '17:00'])
  hours[0] = []
  hours[6] = []
  expect(said(outlet(hours), at('12:00'))).toBe('已打烊 周二 09:00')
  expect(said(outlet(everyDay()), at('12:00'))).toBe('已打烊')
})

it.each([
  ['suspended', '临时歇业'],
  ['closed', '歇业'],
  ['moved', '搬迁'],
] as const)('%s is %s whatever the hours say', (status, word) => {
  expect(said(outlet(everyDay(['00:00', '24:00']), { status }), at('12:00'))).toBe(word)
})

it('never promises 营业中 from an old, unconfirmed or remembered record', () => {
  const hours = everyDay(['08:00', '21:00'])
  expect(said(outlet(hours, { lastConfirmedOn: '2026-04-13' }), at('12:00'))).toBe('营业中 至 21:00')
  expect(said(outlet(hours, { lastConfirmedOn: '2026-04-12' }), at('12:00'))).toBe('应在营业 至 21:00')
  expect(said(outlet(hours, { lastConfirmedOn: null }), at('12:00'))).toBe('应在营业 至 21:00')
  expect(said(outlet(hours, { status: 'unverified' }), at('12:00'))).toBe('应在营业 至 21:00')
  expect(said(outlet(hours), at('12:00'), false)).toBe('应在营业 至 21:00')
})

it('says so when nobody has recorded the hours', () => {
  expect(said(outlet(null), at('12:00'))).toBe('营业时间未登记')
})

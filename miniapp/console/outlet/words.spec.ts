import type { WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { hoursText, openText } from './words'

const day = [{ from: '08:30', to: '18:30' }]
const week = (...days: WeeklyHours): WeeklyHours => [...days, ...Array(7 - days.length).fill(days.at(-1))]

it('says equal days once', () => {
  expect(hoursText(week(day))).toBe('每天 08:30–18:30')
  expect(hoursText([day, day, day, day, day, [], []])).toBe('周一至周五 08:30–18:30；周六、周日 休息')
  expect(hoursText([[], day, day, day, day, day, day])).toBe('周一 休息；周二至周日 08:30–18:30')
})

it('writes split hours and knows the difference between closed and unknown', () => {
  const split = [...day, { from: '20:00', to: '23:00' }]
  expect(hoursText(week(split))).toBe('每天 08:30–18:30、20:00–23:00')
  expect(hoursText(null)).toBe('没有登记')
})

it('never says 营业中 from a stale schedule', () => {
  expect(openText({ openNow: true, status: 'operating' }, false)).toBe('营业中')
  expect(openText({ openNow: true, status: 'operating' }, true)).toBe('应在营业')
  expect(openText({ openNow: null, status: 'moved' }, false)).toBe('搬迁')
})

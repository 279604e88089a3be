import type { WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { todayText, weekText } from './hours-text'

const work = [{ from: '09:00', to: '18:00' }]
const sunday = new Date('2026-07-12T12:00:00+08:00')

it('says a week that is always the same in four words', () => {
  const week: WeeklyHours = Array.from({ length: 7 }, () => work)
  expect(weekText(week)).toBe('周一至周日一样')
  expect(todayText(week, sunday)).toBe('今天 09:00 – 18:00')
})

it('joins equal days and names the days off', () => {
  const week: WeeklyHours = [work, work, work, work, work, [{ from: '09:00', to: '12:00' }], []]
  expect(weekText(week)).toBe('周一至周五 09:00 – 18:00；周六 09:00 – 12:00；周日 休息')
  expect(todayText(week, sunday)).toBe('今天 休息')
})

it('says 24 小时', () => {
  expect(
    todayText(
      Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
      sunday,
    ),
  ).toBe('今天 24 小时')
})

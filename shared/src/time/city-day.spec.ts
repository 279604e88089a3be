import { cityDay, cityDayStart } from './city-day.js'

describe('city days', () => {
  it.each([
    ['2026-07-12T15:59:59.999Z', '2026-07-12', '2026-07-11T16:00:00.000Z'],
    ['2026-07-12T16:00:00.000Z', '2026-07-13', '2026-07-12T16:00:00.000Z'],
  ])('puts %s into %s', (instant, day, start) => {
    expect(cityDay(new Date(instant))).toBe(day)
    expect(cityDayStart(new Date(instant)).toISOString()).toBe(start)
  })
})

import { openLabel } from './open-label.js'
import { isOpen, openStateAt } from './opening-hours.js'
import type { WeeklyHours } from './outlet.contract.js'

const everyDay = (...spans: [string, string][]): WeeklyHours =>
  Array.from({ length: 7 }, () => spans.map(([from, to]) => ({ from, to })))

/** 2026-11-16 is a Monday. */
const at = (dayOfMonth: number, clock: string) => new Date(`2026-11-${dayOfMonth}T${clock}+08:00`)

const read = (hours: WeeklyHours | null, now: Date, fresh: 'fresh' | 'stale' = 'fresh') => {
  const reading = openStateAt(hours, 'operating', now)
  return { ...reading, label: openLabel(reading, 'operating', fresh) }
}

describe('openStateAt', () => {
  const breakfast = everyDay(['06:30', '10:30'])

  it('reads an ordinary morning', () => {
    expect(read(breakfast, at(16, '08:00:00'))).toMatchObject({ state: 'open', label: '营业中 至 10:30' })
    expect(read(breakfast, at(16, '09:56:00'))).toMatchObject({
      state: 'closing-soon',
      label: '34 分钟后收摊',
    })
    expect(read(breakfast, at(16, '05:00:00'))).toMatchObject({ state: 'opening-later', label: '6:30 开门' })
    expect(read(breakfast, at(16, '10:30:00'))).toMatchObject({ state: 'closed', label: '已打烊 明早 6:30' })
  })

  it('counts the first minute as open and the last as shut', () => {
    expect(read(breakfast, at(16, '06:29:59')).state).toBe('opening-later')
    expect(read(breakfast, at(16, '06:30:00')).state).toBe('open')
    expect(read(breakfast, at(16, '10:29:59'))).toMatchObject({ label: '1 分钟后收摊' })
    expect(read(breakfast, at(16, '09:29:59')).state).toBe('open')
    expect(read(breakfast, at(16, '09:30:00')).state).toBe('closing-soon')
  })

  it('stays open past midnight, from Sunday into Monday too', () => {
    const bar = everyDay(['18:00', '02:00'])
    expect(read(bar, at(16, '23:30:00'))).toMatchObject({ state: 'open', label: '营业中 至 凌晨 2:00' })
    expect(read(bar, at(17, '00:30:00'))).toMatchObject({ state: 'open', label: '营业中 至 2:00' })
    const sundayNight: WeeklyHours = [[], [], [], [], [], [], [{ from: '20:00', to: '03:00' }]]
    expect(read(sundayNight, at(23, '01:00:00'))).toMatchObject({ state: 'open', label: '营业中 至 3:00' })
    expect(read(sundayNight, at(23, '03:00:00'))).toMatchObject({
      state: 'closed',
      label: '已打烊 周日 20:00',
    })
  })

  it('joins a span that ends at 24:00 with one that starts at 00:00', () => {
    const late: WeeklyHours = [
      [{ from: '20:00', to: '24:00' }],
      [{ from: '00:00', to: '01:00' }],
      [],
      [],
      [],
      [],
      [],
    ]
    expect(read(late, at(16, '22:00:00'))).toMatchObject({ label: '营业中 至 凌晨 1:00' })
    expect(read(everyDay(['08:00', '24:00']), at(16, '12:00:00')).label).toBe('营业中 至 24:00')
    expect(read(everyDay(['08:00', '00:00']), at(16, '12:00:00')).label).toBe('营业中 至 24:00')
  })

  it('reads 00:00–24:00 every day as always open, and five such days as open until Friday', () => {
    const always = everyDay(['00:00', '24:00'])
    expect(read(always, at(22, '23:59:59'))).toMatchObject({ label: '营业中 全天', changesAt: null })
    const workdays = always.map((spans, weekday) => (weekday < 5 ? spans : []))
    expect(read(workdays, at(17, '09:00:00')).label).toBe('营业中 至 周五 24:00')
    expect(read(workdays, at(21, '09:00:00')).label).toBe('已打烊 周一 0:00')
  })

  it('handles a lunch break and days without hours', () => {
    const clinic = everyDay(['08:00', '12:00'], ['14:30', '18:00'])
    expect(read(clinic, at(16, '12:30:00')).label).toBe('14:30 开门')
    const saturdays: WeeklyHours = [[], [], [], [], [], [{ from: '13:00', to: '17:00' }], []]
    expect(read(saturdays, at(20, '18:00:00')).label).toBe('已打烊 明天 13:00')
    expect(read(saturdays, at(16, '09:00:00')).label).toBe('已打烊 周六 13:00')
    expect(read(everyDay(), at(16, '09:00:00'))).toMatchObject({ label: '已打烊', changesAt: null })
  })

  it('tells when to look again: the reading just before is the same, at that instant it differs', () => {
    const weeks = [breakfast, everyDay(['18:00', '02:00']), everyDay(['08:00', '12:00'], ['14:30', '18:00'])]
    for (const hours of weeks)
      for (let hour = 0; hour < 168; hour++) {
        const now = new Date(at(16, '00:10:00').getTime() + hour * 3_600_000)
        const reading = openStateAt(hours, 'operating', now)
        if (!reading.changesAt) throw new Error('these weeks always change')
        expect(reading.changesAt > now).toBe(true)
        const before = openStateAt(hours, 'operating', new Date(reading.changesAt.getTime() - 1))
        expect(before.state).toBe(reading.state)
      }
  })

  it('agrees with a minute-by-minute paper calendar', () => {
    const hours: WeeklyHours = [
      [{ from: '22:00', to: '06:00' }],
      [],
      [{ from: '00:00', to: '24:00' }],
      [{ from: '09:00', to: '09:00' }],
      [],
      [{ from: '23:59', to: '00:01' }],
      [{ from: '12:00', to: '05:00' }],
    ]
    const calendar = new Set<number>()
    hours.forEach((spans, weekday) => {
      for (const { from, to } of spans) {
        const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
        const length =
          minute(to) > minute(from) ? minute(to) - minute(from) : minute(to) + 1440 - minute(from)
        for (let k = 0; k < length; k++) calendar.add((weekday * 1440 + minute(from) + k) % 10_080)
      }
    })
    const monday = at(16, '00:00:00').getTime()
    for (let minute = 0; minute < 10_080; minute++) {
      const reading = openStateAt(hours, 'operating', new Date(monday + minute * 60_000))
      expect([minute, isOpen(reading)]).toEqual([minute, calendar.has(minute)])
    }
  })
})

describe('openLabel', () => {
  const always = everyDay(['00:00', '24:00'])

  it('never says 营业中 from a schedule nobody confirmed for 90 days', () => {
    expect(read(always, at(16, '09:00:00'), 'stale').label).toBe('应在营业')
    expect(read(everyDay(['06:30', '10:30']), at(16, '10:00:00'), 'stale').label).toBe('应在营业')
  })

  it('names the status of an outlet that is not operating', () => {
    const now = at(16, '09:00:00')
    const label = (status: 'suspended' | 'closed' | 'moved' | 'unverified') =>
      openLabel(openStateAt(always, status, now), status, 'fresh')
    expect([label('suspended'), label('closed'), label('moved'), label('unverified')]).toEqual([
      '临时歇业',
      '歇业',
      '搬迁',
      '待核',
    ])
    expect(isOpen(openStateAt(always, 'suspended', now))).toBe(false)
    expect(isOpen(openStateAt(always, 'unverified', now))).toBeNull()
    expect(isOpen(openStateAt(null, 'operating', now))).toBeNull()
  })
})

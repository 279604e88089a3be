import type { OutletStatus, WeeklyHours } from './outlet.contract.js'

/** 营业状态 at one instant; `unknown` when nobody recorded the hours or the outlet itself is not verified. */
export type OpenState = 'open' | 'closing-soon' | 'opening-later' | 'closed' | 'unknown'

/** A time of day some days after today, as a label needs it. */
export interface ClockTime {
  daysAhead: number
  /** 0 is Monday. */
  weekday: number
  /** Minutes after midnight; 1440 is 24:00, a closing time at the end of the day. */
  minute: number
}

export interface OpenReading {
  state: OpenState
  closesAt: ClockTime | null
  opensAt: ClockTime | null
  /** Open around the clock, every day. */
  always: boolean
  /** Whole minutes until closing, rounded up; null when not open or always open. */
  minutesLeft: number | null
  /** When this reading has to be taken again at the latest; null when it never changes. */
  changesAt: Date | null
}

type Interval = readonly [start: number, end: number]

const minuteMs = 60_000
const day = 1440
const week = 7 * day
const cityOffsetMs = 8 * 3_600_000
/** 1970-01-01 was a Thursday. */
const epochWeekday = 3
const soonMinutes = 60

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const compiled = new WeakMap<WeeklyHours, readonly Interval[]>()

/** The week's spans as merged, sorted minutes over three weeks (last, this, next), so no rule needs to wrap. */
function intervalsOf(hours: WeeklyHours): readonly Interval[] {
  const known = compiled.get(hours)
  if (known) return known
  const spans = hours.flatMap((spansOfDay, weekday) =>
    spansOfDay.map(({ from, to }): Interval => {
      const start = weekday * day + minutesOf(from)
      const end = weekday * day + minutesOf(to)
      return [start, end > start ? end : end + day]
    }),
  )
  const threeWeeks = [-week, 0, week].flatMap((shift) =>
    spans.map(([start, end]): Interval => [start + shift, end + shift]),
  )
  const merged = merge(threeWeeks)
  compiled.set(hours, merged)
  return merged
}

function merge(intervals: Interval[]): Interval[] {
  const merged: [number, number][] = []
  for (const [start, end] of intervals.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

const never = (state: OpenState): OpenReading => ({
  state,
  closesAt: null,
  opensAt: null,
  always: false,
  minutesLeft: null,
  changesAt: null,
})

/** 营业状态: what the recorded hours say about `now`, in city time (+08:00), across midnight and the end of the week. */
export function openStateAt(hours: WeeklyHours | null, status: OutletStatus, now: Date): OpenReading {
  if (status === 'unverified' || (status === 'operating' && !hours)) return never('unknown')
  if (status !== 'operating' || !hours) return never('closed')
  const cityMs = now.getTime() + cityOffsetMs
  const weekday = (((Math.floor(cityMs / minuteMs / day) + epochWeekday) % 7) + 7) % 7
  const intoDay = (((cityMs / minuteMs) % day) + day) % day
  const at = weekday * day + intoDay
  const intervals = intervalsOf(hours)
  const current = intervals.find(([start, end]) => start <= at && at < end)
  return current ? readOpen(current, at, weekday, now) : readShut(intervals, at, weekday, now)
}

const after = (now: Date, minutes: number) => new Date(now.getTime() + Math.round(minutes * minuteMs))

function readOpen([start, end]: Interval, at: number, weekday: number, now: Date): OpenReading {
  if (end - start >= week) return { ...never('open'), always: true }
  const left = end - at
  const soon = left <= soonMinutes
  return {
    ...never(soon ? 'closing-soon' : 'open'),
    closesAt: clockTime(end, weekday, true),
    minutesLeft: Math.ceil(left),
    changesAt: after(now, soon ? left : Math.min(left - soonMinutes, untilMidnight(at))),
  }
}

function readShut(intervals: readonly Interval[], at: number, weekday: number, now: Date): OpenReading {
  const next = intervals.find(([start]) => start > at)
  if (!next) return never('closed')
  const opensAt = clockTime(next[0], weekday, false)
  return {
    ...never(opensAt.daysAhead === 0 ? 'opening-later' : 'closed'),
    opensAt,
    changesAt: after(now, Math.min(next[0] - at, untilMidnight(at))),
  }
}

const untilMidnight = (at: number) => day - (at % day)

/** A closing time at midnight belongs to the day that ends, as people say it. */
function clockTime(at: number, today: number, closing: boolean): ClockTime {
  const dayIndex = closing ? Math.ceil(at / day) - 1 : Math.floor(at / day)
  return { daysAhead: dayIndex - today, weekday: ((dayIndex % 7) + 7) % 7, minute: at - dayIndex * day }
}

/** Whether people can walk in now: null when unknown. */
export const isOpen = ({ state }: OpenReading): boolean | null =>
  state === 'unknown' ? null : state === 'open' || state === 'closing-soon'

import type { OutletSummary, WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { cityMinute, daysSince } from '@/lib/format'

/** Days after which a record is too old to promise anything. */
export const staleAfterDays = 90
const closingSoonMinutes = 60
const day = 1440

/** 营业状态 in words: `word` carries the meaning, `tone` only helps. */
export interface OpenState {
  tone: 'open' | 'soon' | 'closed'
  word: string
  detail: string | null
  isOpen: boolean
}

interface Span {
  from: number
  to: number
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const clockOf = (minute: number) => {
  const within = minute % day
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

/** The spans of nine days around now, in minutes from the start of today, touching ones joined. */
function spansAround(hours: WeeklyHours, weekday: number): Span[] {
  const spans: Span[] = []
  for (let offset = -1; offset <= 7; offset += 1) {
    for (const { from, to } of hours[(weekday + offset + 7) % 7] ?? []) {
      const start = offset * day + minuteOf(from)
      const end = offset * day + minuteOf(to)
      spans.push({ from: start, to: end > start ? end : end + day })
    }
  }
  spans.sort((a, b) => a.from - b.from)
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined[joined.length - 1]
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else joined.push({ ...span })
  }
  return joined
}

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** `10:30`, `明天 06:30`, `周三 08:00` */
function whenLabel(minute: number, weekday: number): string {
  const days = Math.floor(minute / day)
  if (days === 0) return clockOf(minute)
  if (days === 1) return `${minute % day < 600 ? '明早' : '明天'} ${clockOf(minute)}`
  return `${weekdays[(weekday + days) % 7]} ${clockOf(minute)}`
}

const statusWords: Partial<Record<OutletSummary['status'], string>> = {
  suspended: '临时歇业',
  closed: '歇业',
  moved: '搬迁',
}

const closed = (word: string, detail: string | null = null): OpenState => ({
  tone: 'closed',
  word,
  detail,
  isOpen: false,
})

type Known = Pick<OutletSummary, 'status' | 'hours' | 'lastConfirmedOn'>

function openUntil(span: Span, minute: number, sure: boolean): OpenState {
  const left = span.to - minute
  const allDay = span.to - span.from >= 7 * day
  const detail = allDay ? '24 小时' : `至 ${clockOf(span.to)}`
  if (!sure) return { tone: 'closed', word: '应在营业', detail, isOpen: true }
  if (left < closingSoonMinutes)
    return { tone: 'soon', word: `${left} 分钟后打烊`, detail: null, isOpen: true }
  return { tone: 'open', word: '营业中', detail, isOpen: true }
}

/** When a record is neither fresh nor seen live, its hours promise nothing: 应在营业. */
const isSure = (outlet: Known, now: Date, live: boolean) =>
  live &&
  outlet.status === 'operating' &&
  outlet.lastConfirmedOn !== null &&
  daysSince(outlet.lastConfirmedOn, now) <= staleAfterDays

/** 营业状态 of an outlet now; `live` is false for what was remembered while offline. */
export function openState(outlet: Known, now: Date, live = true): OpenState {
  const word = statusWords[outlet.status]
  if (word) return closed(word)
  if (!outlet.hours) return closed('营业时间未登记')
  const { weekday, minute } = cityMinute(now)
  const spans = spansAround(outlet.hours, weekday)
  const current = spans.find(({ from, to }) => from <= minute && minute < to)
  if (current) return openUntil(current, minute, isSure(outlet, now, live))
  const next = spans.find(({ from }) => from > minute)
  if (!next) return closed('已打烊')
  if (next.from < day)
    return { tone: 'soon', word: `${clockOf(next.from)} 开门`, detail: null, isOpen: false }
  return closed('已打烊', whenLabel(next.from, weekday))
}

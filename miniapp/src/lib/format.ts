/** Beijing time without Intl, which the mini-program's logic thread lacks: the zone has had no daylight saving since 1991. */
const zoneMs = 8 * 3_600_000
const dayMs = 86_400_000

type When = string | number | Date

const shifted = (when: When) => new Date(new Date(when).getTime() + zoneMs)
const two = (n: number) => String(n).padStart(2, '0')

/** 800 -> `8`, 850 -> `8.5`, 899 -> `8.99`: the value on a coupon. */
export const yuan = (fen: number) => String(fen / 100)

/** 900 -> `9.00`: a price in a list, a sum to settle. */
export const yuanExact = (fen: number) => (fen / 100).toFixed(2)

/** `07:18` */
export const clockTime = (when: When) => {
  const at = shifted(when)
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

/** `2026-07-12`, the city day an instant falls on. */
export const cityDay = (when: When) => shifted(when).toISOString().slice(0, 10)

/** `7 月 12 日`, from an instant or a day. */
export const dayLabel = (when: string | Date) => {
  const [, month, day] = (typeof when === 'string' && when.length === 10 ? when : cityDay(when)).split('-')
  return `${Number(month)} 月 ${Number(day)} 日`
}

/** `7 月 12 日 09:00`, and only the time on the same day. */
export const momentLabel = (when: When, now: When) =>
  cityDay(when) === cityDay(now) ? clockTime(when) : `${dayLabel(cityDay(when))} ${clockTime(when)}`

/** The last moment of validity read as a day: midnight belongs to the day before. */
export const untilLabel = (until: string) => dayLabel(cityDay(new Date(until).getTime() - 1))

/** Whole days from a city day to the city day of `now`. */
export const daysSince = (day: string, now: When) =>
  Math.round((Date.parse(cityDay(now)) - Date.parse(day)) / dayMs)

/** `今天`, `昨天`, `12 天前` */
export const daysAgo = (day: string, now: When) => {
  const days = daysSince(day, now)
  if (days <= 0) return '今天'
  return days === 1 ? '昨天' : `${days} 天前`
}

/** Minutes since midnight and the weekday (Monday 0) in the city. */
export const cityMinute = (when: When) => {
  const at = shifted(when)
  return { weekday: (at.getUTCDay() + 6) % 7, minute: at.getUTCHours() * 60 + at.getUTCMinutes() }
}

/** `380 米`, `1.2 公里` */
export const distance = (meters: number) =>
  meters < 1000 ? `${Math.round(meters)} 米` : `${Number((meters / 1000).toFixed(1))} 公里`

/** A short number to read out on the phone: the last six characters of a request id. */
export const shortNumber = (requestId: string) =>
  requestId
    .replace(/[^0-9a-z]/gi, '')
    .slice(-6)
    .toUpperCase()

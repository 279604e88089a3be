/** China has one time zone and no summer time: city days are reckoned at +08:00 without Intl, which WeChat lacks. */
const OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** 城市日: the day of an instant in the city, `YYYY-MM-DD`. */
export const cityDay = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10)

/** The instant at which the city day of `instant` began. */
export const cityDayStart = (instant: Date): Date =>
  new Date(Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS)

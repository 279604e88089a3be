import type { Freshness } from './freshness.js'
import type { ClockTime, OpenReading } from './opening-hours.js'
import type { OutletStatus } from './outlet.contract.js'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

const statusWords: Partial<Record<OutletStatus, string>> = {
  suspended: '临时歇业',
  closed: '歇业',
  moved: '搬迁',
  unverified: '待核',
}

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

const weekdayOf = ({ weekday }: ClockTime) => weekdays[weekday] ?? ''

function closing(time: ClockTime): string {
  if (time.daysAhead === 0) return clock(time.minute)
  if (time.daysAhead === 1) return `${time.minute < 6 * 60 ? '凌晨' : '明天'} ${clock(time.minute)}`
  return `${weekdayOf(time)} ${clock(time.minute)}`
}

function opening(time: ClockTime): string {
  if (time.daysAhead === 1) return `${time.minute < 12 * 60 ? '明早' : '明天'} ${clock(time.minute)}`
  return `${weekdayOf(time)} ${clock(time.minute)}`
}

/**
 * 营业状态文字: the words of the open-state chip. A schedule nobody confirmed within 90 days is never called 营业中;
 * it reads 应在营业.
 */
export function openLabel(reading: OpenReading, status: OutletStatus, freshness: Freshness): string {
  const word = statusWords[status]
  if (word) return word
  const trusted = freshness === 'fresh' || freshness === 'ageing'
  switch (reading.state) {
    case 'unknown':
      return '营业时间待核'
    case 'open':
      if (!trusted) return '应在营业'
      return reading.closesAt ? `营业中 至 ${closing(reading.closesAt)}` : '营业中 全天'
    case 'closing-soon':
      return trusted ? `${reading.minutesLeft} 分钟后收摊` : '应在营业'
    case 'opening-later':
      return reading.opensAt ? `${clock(reading.opensAt.minute)} 开门` : '已打烊'
    case 'closed':
      return reading.opensAt ? `已打烊 ${opening(reading.opensAt)}` : '已打烊'
  }
}

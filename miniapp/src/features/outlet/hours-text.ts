import type { WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'
import { cityMinute } from '@/lib/format'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

const spansText = (spans: WeeklyHours[number]) => {
  if (spans.length === 0) return '休息'
  if (spans.length === 1 && spans[0]?.from === '00:00' && spans[0].to === '24:00') return '24 小时'
  return spans.map(({ from, to }) => `${from} – ${to}`).join('、')
}

/** `今天 10:30 – 21:00` */
export const todayText = (hours: WeeklyHours, now: Date) =>
  `今天 ${spansText(hours[cityMinute(now).weekday] ?? [])}`

const dayRange = (from: number, to: number) =>
  from === to ? `${weekdays[from]}` : `${weekdays[from]}至${weekdays[to]}`

/** The week in as few words as it takes: `周一至周五 09:00 – 18:00;周六至周日 休息`. */
export function weekText(hours: WeeklyHours): string {
  const texts = hours.map(spansText)
  if (texts.every((text) => text === texts[0])) return '周一至周日一样'
  const parts: string[] = []
  let from = 0
  for (let n = 1; n <= texts.length; n += 1) {
    if (texts[n] === texts[from] && n < texts.length) continue
    parts.push(`${dayRange(from, n - 1)} ${texts[from]}`)
    from = n
  }
  return parts.join('；')
}

import type { Freshness } from '@yikezhong/shared/outlet/freshness'
import type {
  confirmationSources,
  Outlet,
  OutletStatus,
  WeeklyHours,
} from '@yikezhong/shared/outlet/outlet.contract'

export const statusWords: Record<OutletStatus, string> = {
  operating: '营业',
  suspended: '暂停',
  closed: '歇业',
  moved: '搬迁',
  unverified: '待核',
}

/** The band in words: its colour is never alone. */
export const freshnessWords: Record<Freshness, string> = {
  fresh: '30 天内确认',
  ageing: '31–90 天',
  stale: '超过 90 天',
  never: '没有确认过',
}

export const sourceWords: Record<(typeof confirmationSources)[number], string> = {
  redemption: '券核销',
  resident: '居民',
  merchant: '店家',
  visit: '社区走访',
  import: '导入',
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

type DayHours = WeeklyHours[number]

const dayText = (spans: DayHours | undefined) =>
  !spans || spans.length === 0 ? '休息' : spans.map(({ from, to }) => `${from}–${to}`).join('、')

/** `每天 08:30–18:30`, or runs of equal days: `周一至周五 08:30–18:30;周六 休息`. */
export function hoursText(hours: WeeklyHours | null): string {
  if (!hours) return '没有登记'
  const texts = hours.map(dayText)
  const runs: { first: number; last: number; text: string }[] = []
  for (const [day, text] of texts.entries()) {
    const run = runs.at(-1)
    if (run?.text === text) run.last = day
    else runs.push({ first: day, last: day, text })
  }
  if (runs.length === 1) return `每天 ${texts[0]}`
  return runs.map(({ first, last, text }) => `${runText(first, last)} ${text}`).join('；')
}

const runText = (first: number, last: number) => {
  if (first === last) return `周${weekdays[first]}`
  return last === first + 1
    ? `周${weekdays[first]}、周${weekdays[last]}`
    : `周${weekdays[first]}至周${weekdays[last]}`
}

/** 营业中 only from hours somebody confirmed; a stale schedule says no more than 应在营业. */
export function openText({ openNow, status }: Pick<Outlet, 'openNow' | 'status'>, stale: boolean): string {
  if (status !== 'operating') return statusWords[status]
  if (openNow === null) return '营业时间没有登记'
  if (!openNow) return '已打烊'
  return stale ? '应在营业' : '营业中'
}

import type { CircleSatisfaction } from '@yikezhong/shared/survey/survey.contract'

/** The stretch of shares a chart shows, and the shares that get a line and a label. */
export interface Axis {
  from: number
  to: number
  ticks: number[]
}

const margin = 0.05
/** Below the target the axis always shows at least this much, so that a city of good circles is not stretched. */
const belowTarget = 0.25
/** A tick this near the target would run into its label. */
const clearOfTarget = 0.03

/** An axis that holds every published interval and the target, ending at 100 %. */
export function axisOf(items: readonly Pick<CircleSatisfaction, 'low'>[], target: number): Axis {
  const lows = items.flatMap(({ low }) => (low === null ? [] : [low - margin]))
  const lowest = Math.max(0, Math.min(target - belowTarget, ...lows))
  const from = Math.floor(lowest * 20 + 1e-9) / 20
  const step = 1 - from > 0.6 ? 20 : 10
  const ticks: number[] = []
  for (let percent = Math.ceil((from * 100 + 1) / step) * step; percent <= 100; percent += step)
    if (Math.abs(percent / 100 - target) > clearOfTarget) ticks.push(percent / 100)
  return { from, to: 1, ticks }
}

/** Where a share stands on the axis, in percent of its width. */
export const positionOf = (share: number, { from, to }: Axis): number =>
  Math.round((Math.min(Math.max(share, from), to) - from) * (100 / (to - from)) * 1000) / 1000

export interface BarGeometry {
  low: number
  high: number
  dot: number
}

/** Band, whiskers and dot of one circle; null where nothing is published, so there is nothing to draw by mistake. */
export function barGeometry(
  circle: Pick<CircleSatisfaction, 'published' | 'low' | 'high' | 'satisfiedShare'>,
  axis: Axis,
): BarGeometry | null {
  const { published, low, high, satisfiedShare } = circle
  if (!published || low === null || high === null || satisfiedShare === null) return null
  return {
    low: positionOf(low, axis),
    high: positionOf(high, axis),
    dot: positionOf(satisfiedShare, axis),
  }
}

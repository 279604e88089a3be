import type { freshnessBands } from './bureau-outlet.contract.js'

export type Freshness = (typeof freshnessBands)[number]

/** Days a confirmation counts as fresh, and as still usable. */
export const freshnessDays = { fresh: 30, ageing: 90 } as const

const dayMs = 86_400_000

/** Whole days from one city day (`YYYY-MM-DD`) to another. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/** 新鲜度: confirmed within 30 days, within 90, longer ago, never. A date in the future counts as today. */
export function freshnessOf(lastConfirmedOn: string | null, today: string): Freshness {
  if (!lastConfirmedOn) return 'never'
  const age = daysBetween(lastConfirmedOn, today)
  if (age <= freshnessDays.fresh) return 'fresh'
  return age <= freshnessDays.ageing ? 'ageing' : 'stale'
}

import type { OutletSummary } from '@yikezhong/shared/outlet/outlet.contract'
import { daysAgo, daysSince } from '@/lib/format'
import { staleAfterDays } from './open-state'
import type { Taxonomy } from './taxonomy'

const access: Record<string, string> = { ramp: '门口有坡道', 'wheelchair-aisle': '能进轮椅' }

function confirmed(day: string | null, now: Date): string {
  if (!day) return '还没人确认过，打个电话再去'
  const ago = `${daysAgo(day, now)}确认`
  return daysSince(day, now) > staleAfterDays ? `${ago}，打个电话再去` : ago
}

const mostParts = 2

/** Line 3 of an outlet card: the two things that tell most (price, way in, services), then when it was last confirmed. */
export function outletNote(outlet: OutletSummary, taxonomy: Taxonomy | null, now: Date): string {
  const services = outlet.services.map((code) => taxonomy?.serviceNames.get(code)).filter(Boolean)
  const way = outlet.accessible.map((code) => access[code]).find(Boolean)
  const parts = [outlet.priceNote, way, ...services].filter(Boolean).slice(0, mostParts)
  return [...parts, confirmed(outlet.lastConfirmedOn, now)].join('·')
}

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

/** Line 3 of an outlet card: price, way in, two services, last confirmed. */
export function outletNote(outlet: OutletSummary, taxonomy: Taxonomy | null, now: Date): string {
  const services = outlet.services.map((code) => taxonomy?.serviceNames.get(code)).filter(Boolean)
  const way = outlet.accessible.map((code) => access[code]).find(Boolean)
  return [outlet.priceNote, way, ...services.slice(0, 2), confirmed(outlet.lastConfirmedOn, now)]
    .filter(Boolean)
    .join('·')
}

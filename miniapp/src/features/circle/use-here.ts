import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import type { Location } from '@yikezhong/shared/http/primitives'
import { searchOutlets } from '@yikezhong/shared/outlet/outlet.contract'
import { call } from '@/lib/api-client'
import { useSeenQuery } from '@/platform/last-seen'
import { usePlace } from '@/platform/place'
import { useCircles } from './circle.queries'

export interface Here {
  /** The circle chosen, or the first of the plan. */
  circle: Circle | null
  /** What the bar shows: 光明巷社区, or 当前位置. */
  spot: string | null
  communityCode: string | null
  /** From where walking is counted; null until it is known. */
  origin: Location | null
}

/** The centre of a community, which the search answers as the point it counted from. */
const useCommunityCentre = (communityCode: string | null) =>
  useSeenQuery({
    queryKey: ['community-centre', communityCode],
    enabled: communityCode !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      (await call(searchOutlets, { query: { communityCode: communityCode ?? undefined, limit: 1 } })).origin,
  }).data

/** 我在哪: the circle, the community and the point everything near is counted from. */
export function useHere(): Here {
  const { circleId, communityCode, position } = usePlace()
  const circles = useCircles().data?.items ?? []
  const circle = circles.find(({ id }) => id === circleId) ?? circles[0] ?? null
  const community = circle?.communities.find(({ code }) => code === communityCode) ?? null
  const centre = useCommunityCentre(position ? null : (community?.code ?? null))
  return {
    circle,
    spot: position ? '当前位置' : (community?.shortName ?? null),
    communityCode: position ? null : (community?.code ?? null),
    origin: position ?? (community ? (centre ?? null) : (circle?.centre ?? null)),
  }
}

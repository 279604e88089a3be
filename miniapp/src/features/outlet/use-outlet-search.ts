import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import { searchOutlets } from '@yikezhong/shared/outlet/outlet.contract'
import { useHere } from '@/features/circle/use-here'
import { call } from '@/lib/api-client'
import { useEdition } from '@/platform/edition'
import { recall, remember, staleSince } from '@/platform/last-seen'
import { filterQuery, type OutletFilters } from './outlet-filters'
import { reachMeters } from './reach'

type Page = ResponseOf<typeof searchOutlets>
interface Pages {
  pages: Page[]
  pageParams: (string | null)[]
}

const cityMeters = 50_000

/** 附近的网点 for these filters from where the person is, nearest first, page by page. */
export function useOutletSearch(filters: OutletFilters, limit = 20) {
  const { origin, circle } = useHere()
  const elder = useEdition((state) => state.elder)
  const radiusMeters = filters.within ? reachMeters(filters.within, elder) : cityMeters
  const query = { ...filterQuery(filters), ...origin, radiusMeters, limit }
  const queryKey = ['outlets', query] as const
  const result = useInfiniteQuery({
    queryKey,
    enabled: origin !== null,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) => {
      const page = await call(searchOutlets, { query: { ...query, cursor: pageParam } })
      if (pageParam === null) remember(queryKey, page)
      return page
    },
    getNextPageParam: (last: Page) => last.nextCursor,
    initialData: (): Pages | undefined => {
      const first = recall<Page>(queryKey)?.data
      return first && { pages: [first], pageParams: [null] }
    },
    initialDataUpdatedAt: () => recall<Page>(queryKey)?.at,
    placeholderData: keepPreviousData,
  })
  return {
    ...result,
    circle,
    origin,
    outlets: result.data?.pages.flatMap(({ items }) => items) ?? null,
    total: result.data?.pages[0]?.total ?? 0,
    staleSince: staleSince(result),
  }
}

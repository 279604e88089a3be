import { useQueries } from '@tanstack/react-query'
import { freshnessBands, listBureauOutlets } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import type { Freshness } from '@yikezhong/shared/outlet/freshness'
import { call } from '@/lib/api-client'

export interface OutletFilters {
  keyword: string | undefined
  format: string | undefined
  circleId: string | undefined
}

/** How many outlets of the search were confirmed when: the totals of four one-row pages. Null until all are known. */
export function useFreshness(filters: OutletFilters): Record<Freshness, number> | null {
  const answers = useQueries({
    queries: freshnessBands.map((freshness) => ({
      queryKey: [listBureauOutlets.path, 'total', { ...filters, freshness }],
      queryFn: () => call(listBureauOutlets, { query: { ...filters, freshness, limit: 1 } }),
    })),
  })
  const totals: Partial<Record<Freshness, number>> = {}
  for (const [index, band] of freshnessBands.entries()) totals[band] = answers[index]?.data?.total
  const { fresh, ageing, stale, never } = totals
  if (fresh === undefined || ageing === undefined || stale === undefined || never === undefined) return null
  return { fresh, ageing, stale, never }
}

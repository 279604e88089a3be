import { listFormats } from '@yikezhong/shared/outlet/outlet.contract'
import { useMemo } from 'react'
import { call } from '@/lib/api-client'
import { useSeenQuery } from '@/platform/last-seen'
import type { Taxonomy } from './taxonomy'
import { indexTaxonomy } from './taxonomy'

const aDay = 86_400_000

/** 业态、服务、无障碍项目和首页入口, by code. Null until they arrive. */
export function useFormats() {
  const query = useSeenQuery({
    queryKey: ['formats'],
    queryFn: () => call(listFormats, {}),
    staleTime: aDay,
  })
  const taxonomy = useMemo<Taxonomy | null>(
    () => (query.data ? indexTaxonomy(query.data) : null),
    [query.data],
  )
  return { ...query, taxonomy }
}

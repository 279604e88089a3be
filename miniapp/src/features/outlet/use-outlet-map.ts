import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getOutletMap } from '@yikezhong/shared/outlet/outlet.contract'
import { useEffect, useState } from 'react'
import { call } from '@/lib/api-client'
import type { Bounds } from './OutletMap/types'
import { filterQuery, type OutletFilters } from './outlet-filters'

const settleMs = 250

const rounded = ({ west, south, east, north }: Bounds) => {
  const at = (degrees: number) => Number(degrees.toFixed(4))
  return { west: at(west), south: at(south), east: at(east), north: at(north) }
}

/** The box, once the map has come to rest. */
function useSettled(bounds: Bounds | null): Bounds | null {
  const [settled, setSettled] = useState<Bounds | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(bounds && rounded(bounds)), settleMs)
    return () => clearTimeout(timer)
  }, [bounds])
  return settled
}

/** Markers and clusters for what the map shows. */
export function useOutletMap(filters: OutletFilters) {
  const [bounds, setBounds] = useState<Bounds | null>(null)
  const box = useSettled(bounds)
  const query = useQuery({
    queryKey: ['outlet-map', box, filterQuery(filters)],
    enabled: box !== null,
    queryFn: () => call(getOutletMap, { query: { ...(box as Bounds), ...filterQuery(filters) } }),
    placeholderData: keepPreviousData,
  })
  return { data: query.data, setBounds }
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCircles } from '@/features/circle/circle.queries'
import { clockTime } from '@/lib/format'
import { useEdition } from '@/platform/edition'
import { Button } from '@/ui/Button'
import { Heading } from '@/ui/Heading'
import { Segments } from '@/ui/Segments'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorBlock, OfflineBar } from '@/ui/StateBlocks'
import { OutletList } from '../OutletList'
import { OutletMap } from '../OutletMap'
import { useFormats } from '../outlet.queries'
import type { OutletFilters } from '../outlet-filters'
import { quarterMinutes, reachMeters } from '../reach'
import { useOutletMap } from '../use-outlet-map'
import { useOutletSearch } from '../use-outlet-search'
import './browser.scss'
import { FilterChips } from './FilterChips'
import { NothingFound } from './NothingFound'

interface Props {
  filters: OutletFilters
  onChange: (change: Partial<OutletFilters>) => void
  initialView: 'list' | 'map'
  /** What the list is of: 能修鞋, 早餐. */
  subject: string
}

const views = [
  { value: 'list', text: '列表' },
  { value: 'map', text: '地图' },
] as const

type Search = ReturnType<typeof useOutletSearch>

function MapView({
  filters,
  search,
  selectedId,
  onSelect,
}: Pick<Props, 'filters'> & {
  search: Search
  selectedId: string | null
  onSelect: (id: string) => void
}) {
  const elder = useEdition((state) => state.elder)
  const { taxonomy } = useFormats()
  const circles = useCircles().data?.items ?? []
  const { data, setBounds } = useOutletMap(filters)
  if (!search.origin) return null
  return (
    <OutletMap
      origin={search.origin}
      reachMeters={reachMeters(quarterMinutes, elder)}
      landmarks={circles.map(({ shortName, centre }) => ({ name: shortName, location: centre }))}
      data={data}
      taxonomy={taxonomy}
      selectedId={selectedId}
      onSelect={onSelect}
      onBounds={setBounds}
    />
  )
}

/** The chosen outlet first, so that a tap on the map is answered at the top of the list. */
const chosenFirst = (outlets: NonNullable<Search['outlets']>, selectedId: string | null) => {
  const chosen = outlets.find(({ id }) => id === selectedId)
  return chosen ? [chosen, ...outlets.filter((outlet) => outlet !== chosen)] : outlets
}

function Results({
  search,
  filters,
  subject,
  selectedId,
  onChange,
}: Omit<Props, 'initialView'> & {
  search: Search
  selectedId: string | null
}) {
  const { outlets, staleSince } = search
  if (!outlets && search.isError)
    return (
      <ErrorBlock error={search.error} title="没有搜到，是连接的问题" onRetry={() => void search.refetch()} />
    )
  if (!outlets) return <Skeleton count={6} />
  if (outlets.length === 0) return <NothingFound filters={filters} subject={subject} onChange={onChange} />
  return (
    <>
      <OutletList
        outlets={chosenFirst(outlets, selectedId)}
        selectedId={selectedId}
        staleSince={staleSince}
      />
      {search.hasNextPage && (
        <View className="yk-browser__more">
          <Button
            full
            kind="quiet"
            text={search.isFetchingNextPage ? '正在取…' : '再看 20 家'}
            disabled={search.isFetchingNextPage}
            onPress={() => void search.fetchNextPage()}
          />
        </View>
      )}
    </>
  )
}

/** 找店: one search with two views. */
export function OutletBrowser({ filters, onChange, initialView, subject }: Props) {
  const [view, setView] = useState<'list' | 'map'>(initialView)
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const search = useOutletSearch(filters)
  const looking = search.isError ? subject : `正在找${subject}`
  const count = search.outlets ? `${search.total} 家${subject}` : looking
  return (
    <View className="yk-browser">
      <FilterChips filters={filters} onChange={onChange} />
      {search.staleSince && (
        <OfflineBar seen={clockTime(search.staleSince)} onRetry={() => void search.refetch()} />
      )}
      {view === 'map' && (
        <MapView filters={filters} search={search} selectedId={selectedId} onSelect={setSelectedId} />
      )}
      <View className={`yk-browser__list ${view === 'map' ? 'is-sheet' : ''}`}>
        <View className="yk-browser__head">
          <View>
            <Heading className="yk-browser__title">{count}</Heading>
            {search.total > 0 && <View className="yk-browser__order">走得最近的在前</View>}
          </View>
          <Segments label="怎么看" options={views} value={view} onChange={setView} />
        </View>
        <Results
          search={search}
          filters={filters}
          subject={subject}
          selectedId={selectedId}
          onChange={onChange}
        />
      </View>
    </View>
  )
}

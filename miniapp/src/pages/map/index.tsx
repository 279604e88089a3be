import { useState } from 'react'
import { PlaceBar, usePlaceChooser } from '@/features/circle/PlaceBar'
import { OutletBrowser } from '@/features/outlet/browser'
import { noFilters, type OutletFilters } from '@/features/outlet/outlet-filters'
import { open } from '@/platform/navigate'
import { Icon } from '@/ui/Icon'
import { Page, TitleBar } from '@/ui/Page'
import { Pressable } from '@/ui/Pressable'
import './index.scss'

/** 地图: the same search as the list, seen from above. */
export default function MapPage() {
  const [filters, setFilters] = useState<OutletFilters>(noFilters)
  const place = usePlaceChooser()
  const bar = (
    <TitleBar back={false}>
      <PlaceBar onChoose={place.choose} />
      <Pressable className="map-search" label="搜索附近的店和服务" onPress={() => open('search')}>
        <Icon name="search" size={22} />
      </Pressable>
    </TitleBar>
  )
  return (
    <Page title="地图" bar={bar}>
      <OutletBrowser
        filters={filters}
        initialView="map"
        subject="店"
        onChange={(change) => setFilters({ ...filters, ...change })}
      />
      {place.sheet}
    </Page>
  )
}

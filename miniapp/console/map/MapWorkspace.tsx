import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import { Segmented, Select } from 'antd'
import { useCallback } from 'react'
import { useSearchState } from '../api/use-search-state'
import { KeywordInput } from '../ui/KeywordInput'
import { FormatPicker } from './FormatPicker'
import { FreshnessBar } from './FreshnessBar'
import { MapGround } from './MapGround'
import { MapLegend } from './MapLegend'
import { OutletList } from './OutletList'
import { SelectedOutlet } from './SelectedOutlet'

interface Props {
  scopeName: string
  circles: Circle[]
}

type MapKey = 'keyword' | 'format' | 'circle' | 'outlet' | 'view'

export function MapWorkspace({ scopeName, circles }: Props) {
  const { get, set } = useSearchState<MapKey>()
  const circle = circles.find(({ id }) => id === get('circle'))
  const filters = { keyword: get('keyword'), format: get('format'), circleId: circle?.id }
  const select = useCallback((outlet: string | undefined) => set({ outlet }), [set])
  const clear = () => set({ keyword: undefined, format: undefined, circle: undefined })
  const selectedId = get('outlet')
  return (
    <div className="map-page">
      <h1 className="sr-only">网点地图</h1>
      <MapGround
        circles={circles}
        circle={circle}
        filters={filters}
        selectedId={selectedId}
        onSelect={select}
      />
      <search className="map-panel map-filters">
        <KeywordInput value={filters.keyword} onChange={(keyword) => set({ keyword }, { replace: true })} />
        <Select
          aria-label="生活圈"
          value={circle?.id ?? ''}
          onChange={(id) => set({ circle: id || undefined })}
          options={[
            { value: '', label: '全部生活圈' },
            ...circles.map(({ id, shortName }) => ({ value: id, label: shortName })),
          ]}
        />
        <p className="muted">勾选业态；一个不选就是全部。</p>
        <FormatPicker
          value={filters.format?.split(',') ?? []}
          onChange={(codes) => set({ format: codes.join(',') || undefined })}
        />
      </search>
      <div className="map-panel map-bar">
        <FreshnessBar title={circle ? `${circle.shortName}生活圈` : scopeName} filters={filters} />
        <Segmented
          aria-label="右侧"
          value={get('view') === 'list' ? 'list' : 'map'}
          onChange={(view) => set({ view: view === 'list' ? 'list' : undefined })}
          options={[
            { value: 'map', label: '图' },
            { value: 'list', label: '清册' },
          ]}
        />
      </div>
      <div className="map-side">
        {selectedId && <SelectedOutlet outletId={selectedId} onClose={() => select(undefined)} />}
        {get('view') === 'list' && (
          <section className="map-panel map-list" aria-label="网点清册">
            <OutletList filters={filters} selectedId={selectedId} onSelect={select} onClear={clear} />
          </section>
        )}
      </div>
      <MapLegend />
    </div>
  )
}

import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import { getBureauOutletMap } from '@yikezhong/shared/outlet/outlet.contract'
import { Segmented, Select } from 'antd'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useReportAsOf } from '../api/data-as-of'
import { useEndpoint } from '../api/use-endpoint'
import { useFormats } from '../api/use-formats'
import { useSearchState } from '../api/use-search-state'
import { KeywordInput } from '../ui/KeywordInput'
import { ErrorBlock } from '../ui/StateBlocks'
import { FormatPicker } from './FormatPicker'
import { FreshnessBar } from './FreshnessBar'
import { MapLegend } from './MapLegend'
import { boxAround, offlineStyle, quarterHourMeters } from './map-style'
import { OutletList } from './OutletList'
import { SelectedOutlet } from './SelectedOutlet'
import { useBounds } from './use-bounds'
import { useMaplibre } from './use-maplibre'
import { useCircleLabels, useMarkers } from './use-markers'

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
        <p className="muted">勾选业态;一个不选就是全部。</p>
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

interface GroundProps {
  circles: Circle[]
  circle: Circle | undefined
  filters: { keyword: string | undefined; format: string | undefined; circleId: string | undefined }
  selectedId: string | undefined
  onSelect: (outletId: string) => void
}

const whole = { west: 0, south: 0, east: 0, north: 0 }

function MapGround({ circles, circle, filters, selectedId, onSelect }: GroundProps) {
  const host = useRef<HTMLDivElement>(null)
  const style = useMemo(() => offlineStyle(circles, __YK_TOKENS__), [circles])
  const focus = boxOf(circle ? [circle] : circles)
  const { drawn, failed } = useMaplibre(host, style, focus)
  const bounds = useBounds(drawn)
  const answer = useEndpoint(
    getBureauOutletMap,
    { query: { ...(bounds ?? whole), ...filters } },
    { enabled: bounds !== null, keepPrevious: true },
  )
  useReportAsOf(answer.dataUpdatedAt || undefined)
  useCircleLabels(drawn, circles)
  useMarkers(drawn, answer.data, { formats: useFormats().byCode, selectedId, onSelect })
  const circleId = circle?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves when another circle is chosen, not when a box is made anew
  useEffect(() => {
    drawn?.map.fitBounds(focus, { padding: mapPadding(drawn.map.getContainer().clientWidth) })
  }, [drawn, circleId])
  return (
    <div className="map-ground">
      <div ref={host} className="map-canvas" />
      {failed && <p className="map-note">这个浏览器画不出地图,请用清册。</p>}
      {answer.error && !answer.data && (
        <div className="map-note">
          <ErrorBlock error={answer.error} onRetry={() => answer.refetch()} compact />
        </div>
      )}
    </div>
  )
}

/** Room for the panels that lie over a wide map. */
const mapPadding = (width: number) =>
  width > 900 ? { left: 260, right: 40, top: 100, bottom: 60 } : { left: 16, right: 16, top: 16, bottom: 16 }

const boxOf = (circles: Circle[]) =>
  boxAround(
    circles.map(({ centre }) => centre),
    quarterHourMeters,
  )

import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import { getBureauOutletMap } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { getOutlet } from '@yikezhong/shared/outlet/outlet.contract'
import { useEffect, useMemo, useRef } from 'react'
import { useReportAsOf } from '../api/data-as-of'
import { useEndpoint } from '../api/use-endpoint'
import { useFormats } from '../api/use-formats'
import { ErrorBlock } from '../ui/StateBlocks'
import { boxAround, offlineStyle, quarterHourMeters } from './map-style'
import { useBounds } from './use-bounds'
import type { OutletFilters } from './use-freshness'
import { useMaplibre } from './use-maplibre'
import { useCircleLabels, useInView, useMarkers } from './use-markers'

interface GroundProps {
  circles: Circle[]
  circle: Circle | undefined
  filters: OutletFilters
  selectedId: string | undefined
  onSelect: (outletId: string) => void
}

const whole = { west: 0, south: 0, east: 0, north: 0 }

/** The map itself: asks for what its box shows whenever it comes to rest. */
export function MapGround({ circles, circle, filters, selectedId, onSelect }: GroundProps) {
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
  const selected = useEndpoint(
    getOutlet,
    { params: { outletId: selectedId ?? '' }, query: {} },
    { enabled: selectedId !== undefined },
  ).data
  useCircleLabels(drawn, circles)
  useMarkers(drawn, answer.data, { formats: useFormats().byCode, selected, onSelect })
  useInView(drawn, selected)
  const circleId = circle?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves when another circle is chosen, not when a box is made anew
  useEffect(() => {
    drawn?.map.fitBounds(focus, { padding: mapPadding(drawn.map.getContainer().clientWidth) })
  }, [drawn, circleId])
  return (
    <div className="map-ground">
      <div ref={host} className="map-canvas" />
      {failed && <p className="map-note">这个浏览器画不出地图，请用清册。</p>}
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

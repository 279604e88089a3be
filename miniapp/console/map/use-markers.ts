import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import type { Format, OutletMap } from '@yikezhong/shared/outlet/outlet.contract'
import type { Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import { labelPosition } from './map-style'
import { circleLabel, cluster, pin } from './marker-elements'
import type { DrawnMap } from './use-maplibre'

interface Options {
  formats: ReadonlyMap<string, Format>
  selectedId: string | undefined
  onSelect: (outletId: string) => void
}

const zoomStep = 2

/** Puts what the server answered on the map. At most 200 things, so all are replaced at once. */
export function useMarkers(drawn: DrawnMap | null, answer: OutletMap | undefined, options: Options) {
  const { formats, selectedId, onSelect } = options
  useEffect(() => {
    if (!drawn || !answer) return
    const { map, lib } = drawn
    const place = (
      element: HTMLElement,
      { lng, lat }: { lng: number; lat: number },
      anchor: 'center' | 'bottom',
    ) => new lib.Marker({ element, anchor }).setLngLat([lng, lat]).addTo(map)
    const placed: Marker[] = [
      ...answer.clusters.map((item) =>
        place(
          cluster(item, () => map.easeTo({ center: item.location, zoom: map.getZoom() + zoomStep })),
          item.location,
          'center',
        ),
      ),
      ...answer.markers.map((item) =>
        place(
          pin(item, {
            format: formats.get(item.formatCode),
            selected: item.id === selectedId,
            onPress: () => onSelect(item.id),
          }),
          item.location,
          'bottom',
        ),
      ),
    ]
    return () => {
      for (const marker of placed) marker.remove()
    }
  }, [drawn, answer, formats, selectedId, onSelect])
}

/** The names of the circles, for orientation. */
export function useCircleLabels(drawn: DrawnMap | null, circles: Circle[]) {
  useEffect(() => {
    if (!drawn) return
    const labels = circles.map(({ shortName, centre }) =>
      new drawn.lib.Marker({ element: circleLabel(shortName), anchor: 'bottom' })
        .setLngLat(labelPosition(centre))
        .addTo(drawn.map),
    )
    return () => {
      for (const label of labels) label.remove()
    }
  }, [drawn, circles])
}

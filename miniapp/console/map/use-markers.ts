import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import type { Format, OutletMap } from '@yikezhong/shared/outlet/outlet.contract'
import type { Marker } from 'maplibre-gl'
import { useEffect } from 'react'
import { labelPosition } from './map-style'
import { circleLabel, cluster, pin } from './marker-elements'
import type { DrawnMap } from './use-maplibre'

interface Options {
  /** Shown by itself even where its cluster would swallow it. */
  selected: OutletMap['markers'][number] | undefined
  formats: ReadonlyMap<string, Format>
  onSelect: (outletId: string) => void
}

const withSelected = (markers: OutletMap['markers'], selected: Options['selected']) =>
  !selected || markers.some(({ id }) => id === selected.id) ? markers : [...markers, selected]

const zoomStep = 2

/** Puts what the server answered on the map. At most 200 things, so all are replaced at once. */
export function useMarkers(drawn: DrawnMap | null, answer: OutletMap | undefined, options: Options) {
  const { formats, selected, onSelect } = options
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
      ...withSelected(answer.markers, selected).map((item) =>
        place(
          pin(item, {
            format: formats.get(item.formatCode),
            selected: item.id === selected?.id,
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
  }, [drawn, answer, formats, selected, onSelect])
}

/** What the panels over a wide map leave free, as the sides they cover in px. */
const covered = (width: number) =>
  width > 900 ? { left: 264, right: 346, top: 100, bottom: 70 } : { left: 24, right: 24, top: 50, bottom: 24 }

/** Brings a chosen outlet into view when it lies outside the map or under a panel. */
export function useInView(drawn: DrawnMap | null, selected: OutletMap['markers'][number] | undefined) {
  useEffect(() => {
    if (!drawn || !selected) return
    const { clientWidth: width, clientHeight: height } = drawn.map.getContainer()
    const { left, right, top, bottom } = covered(width)
    const { x, y } = drawn.map.project(selected.location)
    if (x > left && x < width - right && y > top && y < height - bottom) return
    drawn.map.easeTo({ center: selected.location, offset: [(left - right) / 2, (top - bottom) / 2] })
  }, [drawn, selected])
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

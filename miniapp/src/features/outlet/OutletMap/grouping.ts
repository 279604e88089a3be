import Supercluster from 'supercluster'
import type { Bounds, MapData, Marker } from './types'

/** Pins are 28 dp wide; closer than this they would cover each other. */
const apartPx = 32
const closestZoom = 17

/** Many outlets in one place, and how far to zoom until they part. */
export interface Group {
  location: { lng: number; lat: number }
  count: number
  zoom: number
}

export interface Grouped {
  pins: Marker[]
  groups: Group[]
}

/** Tiles of 512 px, as maplibre counts zoom. */
export const zoomOf = ({ west, east }: Bounds, widthPx: number) =>
  Math.log2((360 * widthPx) / (512 * Math.max(east - west, 1e-6)))

/** Puts pins that would cover each other together, so that each can be tapped. */
export function groupMarkers(
  data: MapData | undefined,
  { west, south, east, north }: Bounds,
  zoom: number,
): Grouped {
  const index = new Supercluster<Marker>({ radius: apartPx, extent: 512, maxZoom: closestZoom })
  index.load(
    (data?.markers ?? []).map((marker) => ({
      type: 'Feature',
      properties: marker,
      geometry: { type: 'Point', coordinates: [marker.location.lng, marker.location.lat] },
    })),
  )
  const grouped: Grouped = {
    pins: [],
    groups: (data?.clusters ?? []).map((cluster) => ({ ...cluster, zoom: zoom + 1.6 })),
  }
  for (const { properties, geometry } of index.getClusters([west, south, east, north], Math.round(zoom))) {
    const [lng = 0, lat = 0] = geometry.coordinates
    if ('cluster_id' in properties)
      grouped.groups.push({
        location: { lng, lat },
        count: properties.point_count,
        zoom: index.getClusterExpansionZoom(properties.cluster_id),
      })
    else grouped.pins.push(properties as Marker)
  }
  return grouped
}

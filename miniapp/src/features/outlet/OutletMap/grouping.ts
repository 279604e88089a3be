import Supercluster from 'supercluster'
import type { Bounds, MapData, Marker } from './types'

/** Group marks are 44 dp wide; closer than this, marks would cover each other. */
const apartPx = 44
const closestZoom = 17
/** The server's cells are about three times as wide as a mark. */
const serverClusterStep = 1.6

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

/** A pin, or what the server has put together already; `outlets` is how many it stands for. */
interface Mark {
  marker: Marker | null
  outlets: number
}

/** Puts marks that would cover each other together, so that each can be tapped. */
export function groupMarkers(
  data: MapData | undefined,
  { west, south, east, north }: Bounds,
  zoom: number,
): Grouped {
  const index = indexOf(data)
  const grouped: Grouped = { pins: [], groups: [] }
  for (const { properties, geometry } of index.getClusters([west, south, east, north], Math.round(zoom))) {
    const [lng = 0, lat = 0] = geometry.coordinates
    const location = { lng, lat }
    if ('cluster_id' in properties) {
      const parts = Math.max(index.getClusterExpansionZoom(properties.cluster_id), zoom + 1)
      grouped.groups.push({ location, count: properties.outlets, zoom: parts })
    } else if (properties.marker) grouped.pins.push(properties.marker)
    else grouped.groups.push({ location, count: properties.outlets, zoom: zoom + serverClusterStep })
  }
  return grouped
}

function indexOf(data: MapData | undefined) {
  const index = new Supercluster<Mark, Pick<Mark, 'outlets'>>({
    radius: apartPx,
    extent: 512,
    maxZoom: closestZoom,
    map: ({ outlets }) => ({ outlets }),
    reduce(sum, { outlets }) {
      sum.outlets += outlets
    },
  })
  const marks = [
    ...(data?.markers ?? []).map((marker) => pointOf(marker.location, { marker, outlets: 1 })),
    ...(data?.clusters ?? []).map(({ location, count }) =>
      pointOf(location, { marker: null, outlets: count }),
    ),
  ]
  return index.load(marks)
}

const pointOf = ({ lng, lat }: Group['location'], properties: Mark) => ({
  type: 'Feature' as const,
  properties,
  geometry: { type: 'Point' as const, coordinates: [lng, lat] },
})

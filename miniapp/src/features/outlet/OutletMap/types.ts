import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import type { Location } from '@yikezhong/shared/http/primitives'
import type { getOutletMap } from '@yikezhong/shared/outlet/outlet.contract'
import type { Taxonomy } from '../taxonomy'

export type MapData = ResponseOf<typeof getOutletMap>
export type Marker = MapData['markers'][number]

/** What the map shows now. */
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

export interface Landmark {
  name: string
  location: Location
}

export interface OutletMapProps {
  /** Where the person is; the dashed line is a quarter of an hour from here. */
  origin: Location
  reachMeters: number
  /** Names on the map: the living circles. */
  landmarks: Landmark[]
  data: MapData | undefined
  taxonomy: Taxonomy | null
  selectedId: string | null
  onSelect: (id: string) => void
  onBounds: (bounds: Bounds) => void
}

import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import type { Location } from '@yikezhong/shared/http/primitives'
import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl'
import { type Tokens, token } from '../theme/tokens'

const metersPerDegree = 111_320
const ringCorners = 64
/** Near and far grid; between them the map changes at this zoom. */
const gridMeters = { near: 500, far: 2000 }
const gridZoom = 13
/** As far as the grid is drawn around the circles. */
const gridReachMeters = 25_000
/** A quarter of an hour on foot as the crow flies, until a walking network is loaded: hence 示意. */
export const quarterHourMeters = 1200

type Position = [lng: number, lat: number]

const shift = ({ lng, lat }: Location, east: number, north: number): Position => [
  lng + east / (metersPerDegree * Math.cos((lat * Math.PI) / 180)),
  lat + north / metersPerDegree,
]

/** Where a circle's name stands: on the northern edge of its ring, clear of the markers in the middle. */
export const labelPosition = (centre: Location): Position => shift(centre, 0, quarterHourMeters)

/** A closed ring of points `meters` around a centre. */
export function ringAround(centre: Location, meters: number): Position[] {
  return Array.from({ length: ringCorners + 1 }, (_, corner) => {
    const angle = ((corner % ringCorners) / ringCorners) * 2 * Math.PI
    return shift(centre, meters * Math.sin(angle), meters * Math.cos(angle))
  })
}

type Box = [west: number, south: number, east: number, north: number]

/** The box around some points with `meters` to spare on every side. */
export function boxAround(points: Location[], meters: number): Box {
  const corners = points.flatMap((point) => [shift(point, -meters, -meters), shift(point, meters, meters)])
  const lngs = corners.map(([lng]) => lng)
  const lats = corners.map(([, lat]) => lat)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

/** Lines at an even distance: the only scale an offline ground can honestly give. */
function gridLines([west, south, east, north]: Box, meters: number): Position[][] {
  const stepLat = meters / metersPerDegree
  const stepLng = stepLat / Math.cos((((south + north) / 2) * Math.PI) / 180)
  const lines: Position[][] = []
  for (let lng = Math.ceil(west / stepLng) * stepLng; lng <= east; lng += stepLng)
    lines.push([
      [lng, south],
      [lng, north],
    ])
  for (let lat = Math.ceil(south / stepLat) * stepLat; lat <= north; lat += stepLat)
    lines.push([
      [west, lat],
      [east, lat],
    ])
  return lines
}

/** A ground that needs no tiles, no fonts and no server: land, a grid and each circle's quarter of an hour. */
export function offlineStyle(circles: Circle[], tokens: Tokens): StyleSpecification {
  const of = (name: string) => token(tokens, name)
  const centres = circles.map(({ centre }) => centre)
  const rings = centres.map((centre) => [ringAround(centre, quarterHourMeters)])
  const box = boxAround(centres, gridReachMeters)
  const grid = (meters: number) => geometry({ type: 'MultiLineString', coordinates: gridLines(box, meters) })
  return {
    version: 8,
    sources: {
      near: grid(gridMeters.near),
      far: grid(gridMeters.far),
      circles: geometry({ type: 'MultiPolygon', coordinates: rings }),
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': of('map-land') } },
      ...gridLayers('near', { minzoom: gridZoom }, of),
      ...gridLayers('far', { maxzoom: gridZoom }, of),
      {
        id: 'circle-area',
        type: 'fill',
        source: 'circles',
        paint: { 'fill-color': of('primary-400'), 'fill-opacity': 0.1 },
      },
      {
        id: 'circle-edge',
        type: 'line',
        source: 'circles',
        paint: { 'line-color': of('primary-600'), 'line-width': 1.8, 'line-dasharray': [3, 2.4] },
      },
    ],
  }
}

type Read = (name: string) => string

/** White lines with an edge, as the resident app draws streets. */
const gridLayers = (source: string, zoom: { minzoom?: number; maxzoom?: number }, of: Read) => [
  lineLayer(`${source}-edge`, source, zoom, of('map-road-edge'), 3),
  lineLayer(`${source}-line`, source, zoom, of('map-road'), 2),
]

const lineLayer = (id: string, source: string, zoom: object, color: string, width: number) => ({
  id,
  type: 'line' as const,
  source,
  ...zoom,
  paint: { 'line-color': color, 'line-width': width },
})

type Shape = Extract<GeoJSONSourceSpecification['data'], { type: 'Feature' }>['geometry']

const geometry = (shape: Shape) => ({
  type: 'geojson' as const,
  data: { type: 'Feature' as const, properties: {}, geometry: shape },
})

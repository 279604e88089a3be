import type { Circle } from '@yikezhong/shared/circle/circle.contract'
import type { Location } from '@yikezhong/shared/http/primitives'
import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl'
import { type Tokens, token } from '../theme/tokens'

const metersPerDegree = 111_320
const ringCorners = 64
const gridMeters = 500
/** As far as the grid is drawn around the circles. */
const gridReachMeters = 4000
/** A quarter of an hour on foot as the crow flies, until a walking network is loaded: hence 示意. */
export const quarterHourMeters = 1200

type Position = [lng: number, lat: number]

const shift = ({ lng, lat }: Location, east: number, north: number): Position => [
  lng + east / (metersPerDegree * Math.cos((lat * Math.PI) / 180)),
  lat + north / metersPerDegree,
]

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

/** Lines every 500 m: the only scale an offline ground can honestly give. */
function gridLines([west, south, east, north]: Box): Position[][] {
  const stepLat = gridMeters / metersPerDegree
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

/** A ground that needs no tiles, no fonts and no server: land, a 500 m grid and each circle's quarter of an hour. */
export function offlineStyle(circles: Circle[], tokens: Tokens): StyleSpecification {
  const of = (name: string) => token(tokens, name)
  const centres = circles.map(({ centre }) => centre)
  const rings = centres.map((centre) => [ringAround(centre, quarterHourMeters)])
  const grid = centres.length > 0 ? gridLines(boxAround(centres, gridReachMeters)) : []
  return {
    version: 8,
    sources: {
      grid: geometry({ type: 'MultiLineString', coordinates: grid }),
      circles: geometry({ type: 'MultiPolygon', coordinates: rings }),
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': of('map-land') } },
      {
        id: 'grid-edge',
        type: 'line',
        source: 'grid',
        paint: { 'line-color': of('map-road-edge'), 'line-width': 3 },
      },
      { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': of('map-road'), 'line-width': 2 } },
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

type Shape = Extract<GeoJSONSourceSpecification['data'], { type: 'Feature' }>['geometry']

const geometry = (shape: Shape) => ({
  type: 'geojson' as const,
  data: { type: 'Feature' as const, properties: {}, geometry: shape },
})

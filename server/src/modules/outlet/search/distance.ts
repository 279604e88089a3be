import type { Location } from '@yikezhong/shared/http/primitives'
import type { Box } from './cell.js'

const earthCm = 637_100_880
const rad = Math.PI / 180
/** A little more than the box needs, because a degree of longitude is not equally long at its two ends. */
const slack = 1.01

/** Straight distance in whole centimetres from one point to another. */
export type DistanceCm = (lng: number, lat: number) => number

/**
 * Straight distance from `origin`: an equirectangular projection at the middle latitude, within
 * 0.1 % of the great circle at city size. Index and SQL search both order by it, so they agree to the last row.
 */
export function distanceFrom(origin: Location): DistanceCm {
  const { lng: fromLng, lat: fromLat } = origin
  const cos = Math.cos(fromLat * rad)
  const halfSin = Math.sin(fromLat * rad) / 2
  return (lng, lat) => {
    const dy = (lat - fromLat) * rad
    const dx = (lng - fromLng) * rad * (cos - halfSin * dy)
    return Math.floor(earthCm * Math.sqrt(dx * dx + dy * dy) + 0.5)
  }
}

/** A box that holds every point within the radius. */
export function boxAround({ lng, lat }: Location, radiusMeters: number): Box {
  const dLat = ((radiusMeters * 100) / earthCm / rad) * slack
  const dLng = dLat / Math.max(0.01, Math.cos(lat * rad))
  return { west: lng - dLng, south: lat - dLat, east: lng + dLng, north: lat + dLat }
}

import type { Location } from '@yikezhong/shared/http/primitives'

const metersPerDegree = 111_320

/** Longitude and latitude so many metres away, for distances of a walk. */
export function offset({ lng, lat }: Location, eastMeters: number, northMeters: number): [number, number] {
  return [
    lng + eastMeters / (metersPerDegree * Math.cos((lat * Math.PI) / 180)),
    lat + northMeters / metersPerDegree,
  ]
}

/** A ring around a point, closed, as GeoJSON wants it. */
export function ring(centre: Location, meters: number, corners = 72): [number, number][] {
  return Array.from({ length: corners + 1 }, (_, n) => {
    const angle = (n / corners) * 2 * Math.PI
    return offset(centre, meters * Math.sin(angle), meters * Math.cos(angle))
  })
}

/** Grid of the SQL search: cells of 0.01 degrees, about 0.9 x 1.1 km in China, numbered row by row from the south-west. */
const perDegree = 100
const columns = 360 * perDegree

const columnOf = (lng: number) => Math.floor((lng + 180) * perDegree)
const rowOf = (lat: number) => Math.floor((lat + 90) * perDegree)

export const cellOf = (lng: number, lat: number): number => rowOf(lat) * columns + columnOf(lng)

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** The cells a box touches, as one inclusive range per grid row. */
export function cellRanges({ west, south, east, north }: Box): [first: number, last: number][] {
  const ranges: [number, number][] = []
  for (let row = rowOf(south); row <= rowOf(north); row++)
    ranges.push([row * columns + columnOf(west), row * columns + columnOf(east)])
  return ranges
}

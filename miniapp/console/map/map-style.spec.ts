import { boxAround, offlineStyle, ringAround } from './map-style'

const centre = { lng: 105.7242, lat: 34.5809 }

const meters = ([lng, lat]: [number, number]) => {
  const east = (lng - centre.lng) * 111_320 * Math.cos((centre.lat * Math.PI) / 180)
  return Math.hypot(east, (lat - centre.lat) * 111_320)
}

it('closes the ring and keeps every corner at the same distance', () => {
  const ring = ringAround(centre, 1200)
  expect(ring[0]).toEqual(ring.at(-1))
  for (const corner of ring) expect(meters(corner)).toBeCloseTo(1200, 3)
})

it('puts the box around all points', () => {
  const [west, south, east, north] = boxAround([centre, { lng: 105.9, lat: 34.56 }], 500)
  expect(west).toBeLessThan(centre.lng)
  expect(east).toBeGreaterThan(105.9)
  expect(south).toBeLessThan(34.56)
  expect(north).toBeGreaterThan(centre.lat)
})

it('needs no request: no address in the whole style', () => {
  const tokens = new Proxy({}, { get: () => '#000000' })
  const style = JSON.stringify(
    offlineStyle(
      [{ id: '1', no: 1, name: '大城', shortName: '大城', buildYear: 2023, centre, communities: [] }],
      tokens,
    ),
  )
  expect(style).not.toMatch(/https?:|"(glyphs|sprite|tiles|url)"/)
  expect(style).toContain('MultiPolygon')
})

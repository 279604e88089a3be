import { groupMarkers, zoomOf } from './grouping'
import type { MapData } from './types'

const box = { west: 105.7, south: 34.5, east: 105.8, north: 34.6 }

const marker = (id: string, lng: number) => ({
  id,
  name: id,
  formatCode: 'breakfast',
  location: { lng, lat: 34.55 },
  openNow: true,
  isDemo: true,
})

const data: MapData = {
  total: 23,
  markers: [marker('1', 105.71), marker('2', 105.7101), marker('3', 105.79)],
  clusters: [{ location: { lng: 105.75, lat: 34.55 }, count: 20, confirmedShare: 1 }],
}

it('groups pins that would cover each other and loses none', () => {
  const { pins, groups } = groupMarkers(data, box, zoomOf(box, 375))
  expect(pins.map(({ id }) => id)).toEqual(['3'])
  expect(groups.map(({ count }) => count).sort()).toEqual([2, 20])
})

it('puts what the server grouped together with its neighbours, and counts every outlet', () => {
  const cluster = (lng: number, count: number) => ({
    location: { lng, lat: 34.55 },
    count,
    confirmedShare: 1,
  })
  const crowded: MapData = {
    ...data,
    clusters: [cluster(105.75, 20), cluster(105.7502, 7), cluster(105.7101, 5)],
  }
  const { pins, groups } = groupMarkers(crowded, box, zoomOf(box, 375))
  expect(pins.map(({ id }) => id)).toEqual(['3'])
  expect(groups.map(({ count }) => count).sort()).toEqual([27, 7])
})

it('parts them again at the zoom it promised', () => {
  const group = groupMarkers(data, box, 12).groups.find(({ count }) => count === 2)
  const { pins } = groupMarkers(data, box, Math.ceil(group?.zoom ?? 0))
  expect(pins.map(({ id }) => id).sort()).toEqual(['1', '2', '3'])
})

it('counts zoom as the map does', () => {
  expect(zoomOf({ west: -180, south: -85, east: 180, north: 85 }, 512)).toBe(0)
  expect(zoomOf({ west: 0, south: 0, east: 90, north: 50 }, 512)).toBe(2)
})

import type { Location } from '@yikezhong/shared/http/primitives'
import type { Map as LibreMap, Marker as LibreMarker, StyleSpecification } from 'maplibre-gl'
import { offset, ring } from './geometry'
import { groupMarkers } from './grouping'
import { lookIn } from './look'
import { clusterElement, pinElement, textElement } from './pins'
import type { Bounds, OutletMapProps } from './types'

/** The sheet below covers the lower edge. */
const edges = { top: 14, right: 14, bottom: 34, left: 14 }

type Library = typeof import('maplibre-gl')

/** Colours come from the tokens, read where the map stands. */
const tokenOf = (host: HTMLElement) => {
  const styles = getComputedStyle(host)
  return (name: string) => styles.getPropertyValue(`--yk-${name}`).trim()
}

const landmarkMeters = 360

const polygon = (coordinates: [number, number][]) => ({
  type: 'Feature' as const,
  properties: {},
  geometry: { type: 'Polygon' as const, coordinates: [coordinates] },
})

const reachShape = ({ origin, reachMeters }: OutletMapProps) => polygon(ring(origin, reachMeters))

const landmarkShapes = (landmarks: OutletMapProps['landmarks']) => ({
  type: 'FeatureCollection' as const,
  features: landmarks.map(({ location }) => polygon(ring(location, landmarkMeters, 48))),
})

/** A map of our own: the circles, the walk of a quarter of an hour, no tile and no letter from anywhere. */
function styleOf(props: OutletMapProps, token: (name: string) => string): StyleSpecification {
  return {
    version: 8,
    sources: {
      circles: { type: 'geojson', data: landmarkShapes(props.landmarks) },
      reach: { type: 'geojson', data: reachShape(props) },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': token('map-land') } },
      {
        id: 'circles',
        type: 'fill',
        source: 'circles',
        paint: { 'fill-color': token('map-park'), 'fill-opacity': 0.7 },
      },
      {
        id: 'reach',
        type: 'fill',
        source: 'reach',
        paint: { 'fill-color': token('primary-400'), 'fill-opacity': 0.12 },
      },
      {
        id: 'reach-edge',
        type: 'line',
        source: 'reach',
        paint: { 'line-color': token('primary-600'), 'line-width': 1.8, 'line-dasharray': [3, 2.4] },
      },
    ],
  }
}

/** 地图 on the web: maplibre with DOM markers. */
export class DrawnMap {
  private readonly map: LibreMap
  private markers: LibreMarker[] = []
  private readonly here: LibreMarker
  private props: OutletMapProps

  constructor(
    private readonly library: Library,
    host: HTMLElement,
    props: OutletMapProps,
  ) {
    this.props = props
    this.map = new library.Map({
      container: host,
      bounds: this.reachBounds(),
      fitBoundsOptions: { padding: edges },
      minZoom: 9,
      maxZoom: 18,
      style: styleOf(props, tokenOf(host)),
      attributionControl: false,
      fadeDuration: 0,
      dragRotate: false,
      pitchWithRotate: false,
      locale: { 'Map.Title': '网点地图' },
    })
    this.map.touchZoomRotate.disableRotation()
    this.here = new library.Marker({ element: textElement('yk-map__here', '') })
    this.here.setLngLat([props.origin.lng, props.origin.lat]).addTo(this.map)
    for (const { name, location } of props.landmarks)
      new library.Marker({ element: textElement('yk-map__name', name) })
        .setLngLat(offset(location, 0, landmarkMeters * 0.7))
        .addTo(this.map)
    this.map.on('load', () => this.tellBounds())
    this.map.on('moveend', () => {
      this.tellBounds()
      this.drawMarkers()
    })
  }

  /** Shows other props; the origin moves the map only when it changed. */
  update(props: OutletMapProps): void {
    const moved = props.origin !== this.props.origin || props.reachMeters !== this.props.reachMeters
    this.props = props
    if (moved) this.moveTo(props.origin)
    this.drawMarkers()
  }

  moveTo({ lng, lat }: Location): void {
    this.here.setLngLat([lng, lat])
    const source = this.map.getSource('reach') as { setData?: (data: unknown) => void } | undefined
    source?.setData?.(reachShape(this.props))
    this.map.fitBounds(this.reachBounds(), { padding: edges, animate: false })
  }

  remove(): void {
    this.map.remove()
  }

  /** The walk of a quarter of an hour, all of it on the screen. */
  private reachBounds(): [[number, number], [number, number]] {
    const { origin, reachMeters } = this.props
    return [offset(origin, -reachMeters, -reachMeters), offset(origin, reachMeters, reachMeters)]
  }

  private bounds(): Bounds {
    const box = this.map.getBounds()
    return { west: box.getWest(), south: box.getSouth(), east: box.getEast(), north: box.getNorth() }
  }

  private tellBounds(): void {
    this.props.onBounds(this.bounds())
  }

  private drawMarkers(): void {
    const { data, taxonomy, selectedId, onSelect } = this.props
    for (const marker of this.markers) marker.remove()
    const look = lookIn(taxonomy?.formats)
    const grouped = groupMarkers(data, this.bounds(), this.map.getZoom())
    const pins = grouped.pins.map((marker) => {
      const element = pinElement(marker, look, marker.id === selectedId, () => onSelect(marker.id))
      return this.place(element, marker.location, 'bottom')
    })
    const clusters = grouped.groups.map((group) => {
      const { lng, lat } = group.location
      const open = () => this.map.easeTo({ center: [lng, lat], zoom: group.zoom })
      return this.place(clusterElement(group, open), group.location, 'center')
    })
    this.markers = [...pins, ...clusters]
  }

  private place(element: HTMLElement, { lng, lat }: Location, anchor: 'bottom' | 'center'): LibreMarker {
    return new this.library.Marker({ element, anchor }).setLngLat([lng, lat]).addTo(this.map)
  }
}

import type { Location } from '@yikezhong/shared/http/primitives'
import type { Map as LibreMap, Marker as LibreMarker, StyleSpecification } from 'maplibre-gl'
import { ring } from './geometry'
import { lookIn } from './look'
import { clusterElement, pinElement, textElement } from './pins'
import type { Bounds, OutletMapProps } from './types'

type Library = typeof import('maplibre-gl')

/** Colours come from the tokens, read where the map stands. */
const tokenOf = (host: HTMLElement) => {
  const styles = getComputedStyle(host)
  return (name: string) => styles.getPropertyValue(`--yk-${name}`).trim()
}

const polygon = (coordinates: [number, number][]) => ({
  type: 'Feature' as const,
  properties: {},
  geometry: { type: 'Polygon' as const, coordinates: [coordinates] },
})

const reachShape = ({ origin, reachMeters }: OutletMapProps) => polygon(ring(origin, reachMeters))

const landmarkShapes = (landmarks: OutletMapProps['landmarks']) => ({
  type: 'FeatureCollection' as const,
  features: landmarks.map(({ location }) => polygon(ring(location, 420, 6))),
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
      { id: 'circles', type: 'fill', source: 'circles', paint: { 'fill-color': token('map-block') } },
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
      center: [props.origin.lng, props.origin.lat],
      zoom: 14.2,
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
        .setLngLat([location.lng, location.lat])
        .addTo(this.map)
    this.map.on('load', () => this.tellBounds())
    this.map.on('moveend', () => this.tellBounds())
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
    this.map.jumpTo({ center: [lng, lat], zoom: 14.2 })
  }

  remove(): void {
    this.map.remove()
  }

  private tellBounds(): void {
    const box = this.map.getBounds()
    const bounds: Bounds = {
      west: box.getWest(),
      south: box.getSouth(),
      east: box.getEast(),
      north: box.getNorth(),
    }
    this.props.onBounds(bounds)
  }

  private drawMarkers(): void {
    const { data, taxonomy, selectedId, onSelect } = this.props
    for (const marker of this.markers) marker.remove()
    const look = lookIn(taxonomy?.formats)
    const pins = (data?.markers ?? []).map((marker) => {
      const element = pinElement(marker, look, marker.id === selectedId, () => onSelect(marker.id))
      return this.place(element, marker.location, 'bottom')
    })
    const clusters = (data?.clusters ?? []).map((cluster) => {
      const { lng, lat } = cluster.location
      const open = () => this.map.easeTo({ center: [lng, lat], zoom: this.map.getZoom() + 1.6 })
      return this.place(clusterElement(cluster, open), cluster.location, 'center')
    })
    this.markers = [...pins, ...clusters]
  }

  private place(element: HTMLElement, { lng, lat }: Location, anchor: 'bottom' | 'center'): LibreMarker {
    return new this.library.Marker({ element, anchor }).setLngLat([lng, lat]).addTo(this.map)
  }
}

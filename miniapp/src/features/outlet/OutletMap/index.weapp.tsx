import { Map as NativeMap, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { ring } from './geometry'
import { type Group, type Grouped, groupMarkers, zoomOf } from './grouping'
import './outlet-map.scss'
import { lookIn } from './look'
import type { Bounds, OutletMapProps } from './types'

const mapId = 'outlet-map'

/** Pictures drawn by `config/draw-icons.mjs`, three times their size on screen. */
const pinSize = { width: 34, height: 36 }

const noop = () => {}

const noPins: Grouped = { pins: [], groups: [] }

/** Brings the map closer to a group: a box around it half as wide as before at least. */
function zoomTo({ location, zoom }: Group): void {
  const halfDegrees = 180 / 2 ** zoom
  const corner = (sign: number) => ({
    longitude: location.lng + sign * halfDegrees,
    latitude: location.lat + sign * halfDegrees * 0.8,
  })
  Taro.createMapContext(mapId).includePoints({ points: [corner(-1), corner(1)], padding: [20] })
}

async function readBounds(): Promise<Bounds> {
  const { southwest, northeast } = await Taro.createMapContext(mapId).getRegion({})
  return {
    west: southwest.longitude,
    south: southwest.latitude,
    east: northeast.longitude,
    north: northeast.latitude,
  }
}

/** WeChat numbers markers; groups come after the pins. */
function markersOf(grouped: Grouped, { taxonomy, selectedId }: OutletMapProps) {
  const look = lookIn(taxonomy?.formats)
  const pins = grouped.pins.map((marker, id) => {
    const { glyph, tier, name } = look(marker.formatCode)
    const scale = marker.id === selectedId ? 1.3 : 1
    return {
      id,
      longitude: marker.location.lng,
      latitude: marker.location.lat,
      iconPath: `/static/pin/${glyph}-${tier}.png`,
      width: pinSize.width * scale,
      height: pinSize.height * scale,
      ariaLabel: `${marker.name}，${name}`,
    }
  })
  const clusters = grouped.groups.map(({ location, count }, n) => ({
    id: pins.length + n,
    longitude: location.lng,
    latitude: location.lat,
    iconPath: '/static/pin/cluster.png',
    width: 44,
    height: 44,
    anchor: { x: 0.5, y: 0.5 },
    ariaLabel: `这里有 ${count} 家`,
    label: {
      content: String(count),
      color: '#ffffff',
      fontSize: 14,
      anchorX: 0,
      anchorY: -30,
      textAlign: 'center',
    },
  }))
  return [...pins, ...clusters]
}

/** 地图 in WeChat: its own map, which takes GCJ-02 as we store it. */
export function OutletMap(props: OutletMapProps) {
  const { origin, reachMeters, data, onSelect, onBounds } = props
  const [bounds, setBounds] = useState<Bounds | null>(null)
  const grouped = useMemo(
    () => (bounds ? groupMarkers(data, bounds, zoomOf(bounds, Taro.getWindowInfo().windowWidth)) : noPins),
    [data, bounds],
  )
  const markers = useMemo(() => markersOf(grouped, props), [grouped, props])
  const reach = useMemo(
    () => [
      {
        points: ring(origin, reachMeters, 48).map(([longitude, latitude]) => ({ longitude, latitude })),
        color: '#0a6a73ff',
        width: 2,
        dottedLine: true,
      },
    ],
    [origin, reachMeters],
  )
  const tellBounds = () =>
    void readBounds().then((seen) => {
      setBounds(seen)
      onBounds(seen)
    }, noop)
  const handleMarker = (event: { detail: { markerId: number | string } }) => {
    const id = Number(event.detail.markerId)
    const marker = grouped.pins[id]
    const group = grouped.groups[id - grouped.pins.length]
    if (marker) onSelect(marker.id)
    else if (group) zoomTo(group)
  }
  return (
    <View className="yk-map">
      <NativeMap
        id={mapId}
        className="yk-map__canvas"
        longitude={origin.lng}
        latitude={origin.lat}
        scale={14}
        showLocation
        enableRotate={false}
        markers={markers as never}
        polyline={reach}
        onMarkerTap={handleMarker as never}
        onUpdated={tellBounds}
        onRegionChange={tellBounds}
        onError={noop}
      />
      <View className="yk-map__note">虚线内步行 15 分钟可到</View>
    </View>
  )
}

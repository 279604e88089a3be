import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { type RefObject, useEffect, useState } from 'react'

export interface DrawnMap {
  map: MapLibre
  lib: typeof import('maplibre-gl')
}

type Box = [west: number, south: number, east: number, north: number]

async function draw(container: HTMLElement, style: StyleSpecification, bounds: Box): Promise<DrawnMap> {
  const [lib] = await Promise.all([import('maplibre-gl'), import('maplibre-gl/dist/maplibre-gl.css')])
  lib.setWorkerUrl(workerUrl)
  const map = new lib.Map({
    container,
    style,
    bounds,
    attributionControl: false,
    minZoom: 10,
    maxZoom: 19,
    dragRotate: false,
    pitchWithRotate: false,
    locale: controlNames,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new lib.NavigationControl({ showCompass: false }), 'bottom-left')
  map.addControl(new lib.ScaleControl({ unit: 'metric' }), 'bottom-left')
  return { map, lib }
}

const controlNames = {
  'Map.Title': '地图：可拖动和缩放',
  'NavigationControl.ZoomIn': '放大',
  'NavigationControl.ZoomOut': '缩小',
  'ScaleControl.Meters': '米',
  'ScaleControl.Kilometers': '公里',
}

/** The map in `host`, once the library has come; null before, and for good where the browser cannot draw it. */
export function useMaplibre(host: RefObject<HTMLDivElement | null>, style: StyleSpecification, bounds: Box) {
  const [drawn, setDrawn] = useState<DrawnMap | null>(null)
  const [failed, setFailed] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ground is drawn once; what moves on it is markers
  useEffect(() => {
    if (!host.current) return
    let gone = false
    let made: DrawnMap | undefined
    draw(host.current, style, bounds).then(
      (ready) => {
        made = ready
        if (gone) ready.map.remove()
        else setDrawn(ready)
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
      made?.map.remove()
      setDrawn(null)
    }
  }, [])
  return { drawn, failed }
}

import { useEffect, useState } from 'react'
import type { DrawnMap } from './use-maplibre'

export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

const pauseMs = 250
/** Five decimals are a metre: enough for a box, and equal views ask once. */
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** What the map shows, once it has stood still for a moment. */
export function useBounds(drawn: DrawnMap | null): Bounds | null {
  const [bounds, setBounds] = useState<Bounds | null>(null)
  useEffect(() => {
    if (!drawn) return
    const { map } = drawn
    let timer: ReturnType<typeof setTimeout>
    const read = () => {
      const box = map.getBounds()
      setBounds({
        west: round(box.getWest()),
        south: round(box.getSouth()),
        east: round(box.getEast()),
        north: round(box.getNorth()),
      })
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(read, pauseMs)
    }
    read()
    map.on('moveend', later)
    return () => {
      clearTimeout(timer)
      map.off('moveend', later)
    }
  }, [drawn])
  return bounds
}

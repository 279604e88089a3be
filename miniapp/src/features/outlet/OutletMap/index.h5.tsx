import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { named } from '@/ui/named'
import '../format-tile.scss'
import type { DrawnMap } from './draw'
import './outlet-map.scss'
import type { OutletMapProps } from './types'

/** maplibre is about 1 MB, so it loads when a map is shown. */
async function startMap(host: HTMLElement, props: OutletMapProps): Promise<DrawnMap> {
  const [library, { DrawnMap: Drawn }] = await Promise.all([
    import('maplibre-gl'),
    import('./draw'),
    import('maplibre-gl/dist/maplibre-gl.css'),
  ])
  library.setWorkerUrl('/static/maplibre-gl-worker.mjs')
  return new Drawn(library, host, props)
}

/** Draws once into `host` and follows the props; true when this device cannot draw a map. */
function useDrawnMap(host: React.RefObject<HTMLDivElement>, props: OutletMapProps): boolean {
  const drawn = useRef<DrawnMap | null>(null)
  const latest = useRef(props)
  latest.current = props
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    if (!host.current) return
    startMap(host.current, latest.current).then(
      (map) => {
        if (gone) return map.remove()
        drawn.current = map
        map.update(latest.current)
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
      drawn.current?.remove()
      drawn.current = null
    }
  }, [host])
  useEffect(() => drawn.current?.update(props))
  return failed
}

/** 地图 on the web, offline: markers are buttons, the list beside it says the same. */
export function OutletMap(props: OutletMapProps) {
  const host = useRef<HTMLDivElement>(null)
  const failed = useDrawnMap(host, props)
  return (
    <View className="yk-map" {...named({ role: 'group', label: '网点地图，下面的列表内容相同' })}>
      <div ref={host} className="yk-map__canvas" />
      {failed ? (
        <View className="yk-map__failed">这台设备画不出地图，请看下面的列表</View>
      ) : (
        <View className="yk-map__note">虚线内步行 15 分钟可到·示意图</View>
      )}
    </View>
  )
}

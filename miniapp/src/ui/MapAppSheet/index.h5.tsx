import { View } from '@tarojs/components'
import { goThere, useDestination } from '@/platform/go-there'
import { mapLinks } from '@/platform/map-apps'
import { Sheet } from '../Sheet'
import './map-app-sheet.scss'

/** 去这里 on the web: the person chooses the map app; nothing is sent before the tap. */
export function MapAppSheet() {
  const destination = useDestination((state) => state.destination)
  if (!destination) return null
  return (
    <Sheet title="用哪个地图去" onClose={() => goThere(null)}>
      <View className="yk-map-apps__place">
        {destination.name}·{destination.address}
      </View>
      {mapLinks(destination).map(({ name, href }) => (
        <a key={name} className="yk-map-apps__link" href={href} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      ))}
    </Sheet>
  )
}

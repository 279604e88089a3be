import { View } from '@tarojs/components'
import { goThere } from '@/platform/go-there'
import { type Destination, mapLinks } from '@/platform/map-apps'
import { Sheet } from '../Sheet'
import './map-apps.scss'

/** 去这里 on the web: the person chooses the map app; nothing is sent before the tap. */
export function MapApps({ destination }: { destination: Destination }) {
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

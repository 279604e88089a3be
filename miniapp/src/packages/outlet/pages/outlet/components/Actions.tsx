import { Text, View } from '@tarojs/components'
import type { Outlet } from '@yikezhong/shared/outlet/outlet.contract'
import { minutesAtPace } from '@/features/outlet/reach'
import { useEdition } from '@/platform/edition'
import { goThere } from '@/platform/go-there'
import { phoneCall } from '@/platform/phone-call'
import { shareLink } from '@/platform/share'
import { Button } from '@/ui/Button'
import { Icon, type IconName } from '@/ui/Icon'
import { Pressable } from '@/ui/Pressable'

interface Props {
  outlet: Outlet
  /** Under the name, or in the bar at the bottom. */
  place: 'head' | 'foot'
}

interface TileProps {
  icon: IconName
  text: string
  label: string
  main?: boolean
  onPress: () => void
}

const Tile = ({ icon, text, label, main, onPress }: TileProps) => (
  <Pressable className={`outlet-tile ${main ? 'is-main' : ''}`} label={label} onPress={onPress}>
    <Icon name={icon} size={22} />
    <Text>{text}</Text>
  </Pressable>
)

const HeadActions = ({ outlet }: Pick<Props, 'outlet'>) => {
  const { name, address, location, phone } = outlet
  return (
    <View className="outlet-tiles">
      <Tile
        main
        icon="go"
        text="去这里"
        label={`去这里，${name}`}
        onPress={() => goThere({ name, address, location })}
      />
      {phone && (
        <Tile icon="phone" text="打电话" label={`打电话给${name}`} onPress={() => phoneCall(phone)} />
      )}
      <Tile icon="share" text="转发" label={`转发${name}`} onPress={() => void shareLink(name)} />
    </View>
  )
}

const FootActions = ({ outlet }: Pick<Props, 'outlet'>) => {
  const elder = useEdition((state) => state.elder)
  const { name, address, location, phone, walkMinutes } = outlet
  const walk = walkMinutes === null ? '' : `·步行 ${minutesAtPace(walkMinutes, elder)} 分钟`
  return (
    <>
      {phone && (
        <Button
          kind="ghost"
          icon="phone"
          text={elder ? '打电话' : '电话'}
          label={`${elder ? '打电话' : '电话'}，打给${name}`}
          onPress={() => phoneCall(phone)}
        />
      )}
      <Button
        className="outlet-go"
        icon="go"
        text={elder ? '去这里' : `去这里${walk}`}
        label={`去这里${walk}`}
        onPress={() => goThere({ name, address, location })}
      />
    </>
  )
}

/** 去这里 打电话 转发. */
export const Actions = ({ outlet, place }: Props) =>
  place === 'head' ? <HeadActions outlet={outlet} /> : <FootActions outlet={outlet} />

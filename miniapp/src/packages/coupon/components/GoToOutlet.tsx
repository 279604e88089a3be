import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { getOutlet } from '@yikezhong/shared/outlet/outlet.contract'
import { call } from '@/lib/api-client'
import { goThere } from '@/platform/go-there'
import { usePlace } from '@/platform/place'
import { Button } from '@/ui/Button'
import './go-to-outlet.scss'

/** 去这里·步行 6 分钟: leads to the first outlet that takes the coupon. */
export function GoToOutlet({ outletId }: { outletId: string }) {
  const position = usePlace((state) => state.position)
  const { data: outlet } = useQuery({
    queryKey: ['outlet', outletId, position],
    queryFn: () =>
      call(getOutlet, { params: { outletId }, query: { lng: position?.lng, lat: position?.lat } }),
    retry: false,
  })
  if (!outlet) return null
  const walk = outlet.walkMinutes === null ? '' : ` · 步行 ${outlet.walkMinutes} 分钟`
  return (
    <View className="go-to-outlet-row">
      <Button
        full
        className="go-to-outlet"
        icon="go"
        text={`去这里${walk}`}
        label={`去这里${walk}，${outlet.name}`}
        onPress={() => goThere(outlet)}
      />
    </View>
  )
}

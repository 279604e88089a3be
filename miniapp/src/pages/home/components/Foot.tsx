import { View } from '@tarojs/components'
import { useCircles } from '@/features/circle/circle.queries'

/** What 示例 means, and whose city this is. */
export function Foot() {
  const city = useCircles().data?.city.name
  return <View className="home-foot">标「示例」的是演示数据{city && `·${city}商务局指导`}</View>
}

import Taro from '@tarojs/taro'
import type { Location } from '@yikezhong/shared/http/primitives'

/** Asks the phone where it is, once. Null when the person refuses or the phone cannot tell: the app goes on with the community. */
export async function locate(): Promise<Location | null> {
  try {
    const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02' })
    return { lng: longitude, lat: latitude }
  } catch {
    return null
  }
}

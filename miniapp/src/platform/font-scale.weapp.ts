import Taro from '@tarojs/taro'

/** WeChat's own text setting: 1 is usual. */
export function fontScale(): number {
  try {
    return Number((Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1)
  } catch {
    return 1
  }
}

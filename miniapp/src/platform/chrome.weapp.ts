import Taro from '@tarojs/taro'

function measure() {
  try {
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo()
    const capsule = Taro.getMenuButtonBoundingClientRect()
    return { top: statusBarHeight, capsuleWidth: windowWidth - capsule.left }
  } catch {
    return { top: 20, capsuleWidth: 96 }
  }
}

/** Room WeChat's status bar and capsule take at the top of a page, in dp. */
export const chrome = measure()

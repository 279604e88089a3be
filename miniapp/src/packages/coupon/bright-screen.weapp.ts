import Taro from '@tarojs/taro'

/** Full brightness and no sleep while a code is shown, so that a scanner reads it in daylight. Returns what undoes it. */
export function brightenScreen(): () => void {
  const before = Taro.getScreenBrightness().then(
    ({ value }) => value,
    () => null,
  )
  void before.then(() => set(1))
  Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => {})
  return () => {
    void before.then((value) => (value === null ? undefined : set(value)))
    Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => {})
  }
}

// a phone that refuses shows the code as bright as it is
const set = (value: number) => Taro.setScreenBrightness({ value }).catch(() => {})

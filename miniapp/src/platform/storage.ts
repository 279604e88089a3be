import Taro from '@tarojs/taro'

const prefix = 'yk:'

/** What this device remembers between visits. A full or forbidden store loses memory, never the app. */
export const storage = {
  get<T>(key: string): T | null {
    try {
      const text: unknown = Taro.getStorageSync(prefix + key)
      return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
    } catch {
      return null
    }
  },
  set(key: string, value: unknown): void {
    try {
      Taro.setStorageSync(prefix + key, JSON.stringify(value))
    } catch {
      // nothing to do: see above
    }
  },
  remove(key: string): void {
    try {
      Taro.removeStorageSync(prefix + key)
    } catch {
      // nothing to do: see above
    }
  },
}

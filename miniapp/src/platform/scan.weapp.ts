import Taro from '@tarojs/taro'

/** Reads a QR code; null when the person closes the scanner. */
export async function scan(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}

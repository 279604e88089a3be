import Taro from '@tarojs/taro'

/** Opens the phone's dialler with the number; the person still presses call. */
export const phoneCall = (phoneNumber: string) => {
  Taro.makePhoneCall({ phoneNumber }).catch(() => {})
}

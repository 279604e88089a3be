import Taro from '@tarojs/taro'

/** The one-time code WeChat gives the mini-program for the person holding the phone. */
export const wechatCode: null | (() => Promise<string>) = async () => (await Taro.login()).code

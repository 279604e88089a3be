import type { Provider } from '@nestjs/common'
import { CONFIG, type Config } from '../../../platform/config/config.js'
import { HttpWechatGateway, WechatGateway } from './wechat-gateway.js'
import { simulatedApp, WechatSimulator } from './wechat-simulator.js'

const WECHAT_URL = 'https://api.weixin.qq.com'

/** The mini-program residents log in through; openids mean nothing without it. */
export const appidOf = (config: Pick<Config, 'WECHAT_MODE' | 'WECHAT_APPID'>): string =>
  config.WECHAT_MODE === 'simulator' ? simulatedApp.appid : config.WECHAT_APPID

/** One adapter for both: WeChat itself, or the simulator that speaks the same protocol. */
export const wechatProviders: Provider[] = [
  WechatSimulator,
  {
    provide: WechatGateway,
    inject: [CONFIG, WechatSimulator],
    useFactory: (config: Config, simulator: WechatSimulator) =>
      config.WECHAT_MODE === 'simulator'
        ? new HttpWechatGateway({ ...simulatedApp, baseUrl: () => simulator.baseUrl })
        : new HttpWechatGateway({
            baseUrl: () => WECHAT_URL,
            appid: config.WECHAT_APPID,
            secret: config.WECHAT_SECRET,
          }),
  },
]

import { throughJson } from './set-data'

/** The options object of a wx call: three callbacks and whatever the API takes. */
export interface WxOptions {
  success?: (result: unknown) => void
  fail?: (result: unknown) => void
  complete?: (result: unknown) => void
  [option: string]: unknown
}

export type WxApi = Record<string, unknown>
export type Request = (options: WxOptions) => { abort(): void }
export type Navigate = (kind: string, options: WxOptions) => void

export interface WxSetup {
  navigate: Navigate
  request: Request
  /** Called with the name and options of every other call. */
  record: (name: string, options: unknown) => void
  /** What `wx.login` hands to the app. */
  loginCode: string
}

/** Answers the way WeChat does: later, and to both the particular and the general callback. */
export function answer(options: WxOptions | undefined, result: unknown, failed = false) {
  queueMicrotask(() => {
    const callback = failed ? options?.fail : options?.success
    callback?.(result)
    options?.complete?.(result)
  })
}

/** Phone of the tests: a small mid-range Android. */
const phone = {
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  platform: 'android',
  system: 'Android 10',
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  fontSizeSetting: 16,
  fontSizeScaleFactor: 1,
  theme: 'light',
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
}

/** `wx` as far as the app uses it. A call that is not listed is missing here, and the test says so. */
export function createWx(setup: WxSetup, storage: Map<string, unknown>): WxApi {
  const launch = { path: '', scene: 1001, query: {} }
  return {
    ...navigation(setup.navigate),
    ...storageApi(storage),
    ...recorded(setup.record),
    request: setup.request,
    login: (options: WxOptions) => answer(options, { code: setup.loginCode, errMsg: 'login:ok' }),
    getLocation: (options: WxOptions) => answer(options, { errMsg: 'getLocation:fail auth deny' }, true),
    getSystemInfoSync: () => phone,
    getWindowInfo: () => phone,
    getDeviceInfo: () => phone,
    getAppBaseInfo: () => phone,
    getSystemInfo: (options: WxOptions) => answer(options, phone),
    getNetworkType: (options: WxOptions) => answer(options, { networkType: 'wifi' }),
    getScreenBrightness: (options: WxOptions) => answer(options, { value: 0.5 }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'test', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () => ({
      top: 24,
      left: 280,
      width: 87,
      height: 32,
      right: 367,
      bottom: 56,
    }),
    nextTick: (callback: () => void) => queueMicrotask(callback),
    canIUse: () => true,
    createSelectorQuery: selectorQuery,
  }
}

const navigation = (navigate: Navigate) =>
  Object.fromEntries(
    ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'].map((kind) => [
      kind,
      (options: WxOptions = {}) => navigate(kind, options),
    ]),
  )

const storageApi = (storage: Map<string, unknown>): WxApi => ({
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, throughJson(value)),
  removeStorageSync: (key: string) => void storage.delete(key),
  clearStorageSync: () => storage.clear(),
  getStorage: (options: WxOptions) => {
    const key = String(options.key)
    if (storage.has(key)) answer(options, { data: storage.get(key) })
    else answer(options, { errMsg: 'getStorage:fail data not found' }, true)
  },
  setStorage: (options: WxOptions) => {
    storage.set(String(options.key), throughJson(options.data))
    answer(options, {})
  },
  removeStorage: (options: WxOptions) => {
    storage.delete(String(options.key))
    answer(options, {})
  },
})

/** Calls whose effect is outside the page: noted, and answered with success. */
const outside =
  'showToast hideToast showLoading hideLoading showModal showActionSheet setNavigationBarTitle setNavigationBarColor ' +
  'setTabBarStyle setTabBarItem setTabBarBadge removeTabBarBadge setBackgroundColor setPageStyle ' +
  'stopPullDownRefresh startPullDownRefresh pageScrollTo openLocation scanCode chooseMedia makePhoneCall ' +
  'setClipboardData requestSubscribeMessage vibrateShort setScreenBrightness setKeepScreenOn hideKeyboard ' +
  'openPrivacyContract requirePrivacyAuthorize getPrivacySetting onNeedPrivacyAuthorization ' +
  'onNetworkStatusChange offNetworkStatusChange onAppShow onAppHide onError onUnhandledRejection onThemeChange ' +
  'onWindowResize offWindowResize onKeyboardHeightChange offKeyboardHeightChange getUpdateManager createMapContext'

const recorded = (record: WxSetup['record']): WxApi =>
  Object.fromEntries(
    outside.split(' ').map((name) => [
      name,
      (options: unknown) => {
        record(name, options)
        if (typeof options === 'object' && options !== null)
          answer(options as WxOptions, { confirm: true, cancel: false, errMsg: `${name}:ok` })
      },
    ]),
  )

/** Nothing is laid out here: every query finds one box of the screen's width and no canvas. */
function selectorQuery() {
  const box = {
    width: phone.windowWidth,
    height: 200,
    top: 0,
    left: 0,
    bottom: 200,
    right: phone.windowWidth,
  }
  let count = 0
  const query: Record<string, unknown> = {
    exec: (callback?: (boxes: unknown[]) => void) =>
      queueMicrotask(() => callback?.(Array.from({ length: count }, () => box))),
  }
  const choose = () => {
    count += 1
    return query
  }
  for (const name of ['select', 'selectAll', 'selectViewport']) query[name] = choose
  for (const name of ['in', 'fields', 'boundingClientRect', 'scrollOffset', 'node', 'context'])
    query[name] = () => query
  return query
}

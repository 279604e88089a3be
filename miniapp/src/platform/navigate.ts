import Taro from '@tarojs/taro'
import { queryString } from '@/lib/api-client'

const tabs = ['home', 'map', 'coupons', 'mine'] as const

/** The pages of this app by short name. */
export const pages = {
  search: '/packages/outlet/pages/search/index',
  outlet: '/packages/outlet/pages/outlet/index',
  couponCode: '/packages/coupon/pages/coupon-code/index',
  survey: '/packages/survey/pages/survey/index',
  workbench: '/packages/merchant/pages/workbench/index',
  redeemResult: '/packages/merchant/pages/redeem-result/index',
  myData: '/packages/mine/pages/my-data/index',
  privacy: '/packages/mine/pages/privacy/index',
} as const

type Query = Record<string, string | number | boolean | undefined>

export const open = (page: keyof typeof pages, query: Query = {}) =>
  void Taro.navigateTo({ url: pages[page] + queryString(query) })

export const replace = (page: keyof typeof pages, query: Query = {}) =>
  void Taro.redirectTo({ url: pages[page] + queryString(query) })

export const openTab = (tab: (typeof tabs)[number]) => void Taro.switchTab({ url: `/pages/${tab}/index` })

/** Back, or home when this page was opened directly. */
export const goBack = () => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('home')
}

/** One parameter of the page, decoded. */
export const pageParam = (params: Record<string, string | undefined>, name: string): string | null => {
  const value = params[name]
  if (value === undefined || value === '') return null
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

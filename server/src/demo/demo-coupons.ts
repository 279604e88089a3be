import { cityDayStart } from '@yikezhong/shared/time/city-day'
import type { DemoTemplate } from '../modules/coupon/index.js'
import type { DemoCoupon } from './demo-files.js'

const DAY_MS = 86_400_000

interface Cast {
  outletId: (name: string) => string
  /** By WeChat code. */
  residentId: (wechatCode: string) => string
  /** Residents without a log-in. */
  crowd: readonly string[]
}

/** 示例券: windows count from the beginning of the day they are loaded on. */
export function demoTemplates(coupons: readonly DemoCoupon[], cast: Cast, now: Date): DemoTemplate[] {
  const today = cityDayStart(now).getTime()
  const at = (days: number) => new Date(today + days * DAY_MS)
  return coupons.map((coupon, index) => {
    const { claimed, used, outlets, claimDays, validDays, clerk, alsoClaimedBy, ...rule } = coupon
    const named = alsoClaimedBy.map(cast.residentId)
    // everybody's turn comes: each template begins at another place of the crowd
    const crowd = rotated(cast.crowd, index * 70).slice(0, claimed - named.length)
    return {
      ...rule,
      status: 'published',
      perPersonLimit: 1,
      claimFrom: at(claimDays[0]),
      claimUntil: at(claimDays[1]),
      validFrom: at(validDays[0]),
      validUntil: at(validDays[1]),
      outletIds: outlets.map(cast.outletId),
      claimedBy: [...named, ...crowd],
      usedBy: crowd.slice(0, used),
      clerkId: cast.residentId(clerk),
    }
  })
}

const rotated = <T>(items: readonly T[], by: number): T[] => {
  const start = by % Math.max(1, items.length)
  return [...items.slice(start), ...items.slice(0, start)]
}

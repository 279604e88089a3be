import type { Coupon, CouponTemplate } from '@yikezhong/shared/coupon/coupon.contract'
import type { ErrorCode } from '@yikezhong/shared/http/error-codes'
import { errorCodes } from '@yikezhong/shared/http/error-codes'
import { cityDay, clockTime, momentLabel, untilLabel, yuan } from '@/lib/format'

/** What a coupon card says and offers. */
export interface CouponFace {
  id: string
  title: string
  value: string
  condition: string
  /** Where it can be used, or its rule in one sentence. */
  line: string
  /** Small print: what is left, until when. */
  notes: { text: string; good?: boolean }[]
  /** Share of the stock that is left, for the bar; null without a bar. */
  left: number | null
  /** `couponId` names the coupon a `use` opens. */
  action: { kind: 'claim' | 'none'; text: string } | { kind: 'use'; text: string; couponId: string }
  dim: boolean
  isDemo: boolean
}

const where = (coupon: Pick<Coupon, 'outlets' | 'outletCount'>) => {
  const first = coupon.outlets[0]?.name
  if (!first) return '限参加的店'
  return coupon.outletCount > 1 ? `${first}等 ${coupon.outletCount} 家` : first
}

type Ruled = Pick<Coupon, 'title' | 'faceValueFen' | 'minSpendFen' | 'isNearExpiry' | 'isDemo' | 'note'> &
  Pick<Coupon, 'outlets' | 'outletCount'>

const ruleFace = (rule: Ruled) => ({
  title: rule.title,
  value: yuan(rule.faceValueFen),
  condition: rule.minSpendFen > 0 ? `满 ${yuan(rule.minSpendFen)} 可用` : '无门槛',
  line: [rule.isNearExpiry && '临期食品', where(rule)].filter(Boolean).join('·'),
  isDemo: rule.isDemo,
})

/** What the grey button says for each reason not to claim. */
const refusalWords: Partial<Record<ErrorCode, string>> = {
  COUPON_SOLD_OUT: '已领完',
  COUPON_CLAIM_ENDED: '已结束',
  COUPON_PAUSED: '暂停',
  COUPON_NOT_PUBLISHED: '未发放',
}

function refusalNotes(template: CouponTemplate, refusal: ErrorCode, now: Date): CouponFace['notes'] {
  if (refusal === 'COUPON_CLAIM_NOT_STARTED')
    return [
      { text: `${momentLabel(template.claimFrom, now)} 开始领` },
      { text: `共 ${template.totalCount} 张` },
    ]
  if (refusal === 'COUPON_SOLD_OUT')
    return [{ text: `${template.totalCount} 张已领完` }, { text: '有人退回时会再放出' }]
  return [{ text: errorCodes[refusal][1] }]
}

/** The grey button before it opens: the time when that is today. */
const opensWords = (claimFrom: string, now: Date) =>
  cityDay(claimFrom) === cityDay(now) ? `${clockTime(claimFrom)} 开领` : '未开始'

/** 可领的券 as a card, for this person now. */
export function templateFace(template: CouponTemplate, now: Date): CouponFace {
  const until = `${untilLabel(template.validUntil)}前用`
  const base = { id: template.id, ...ruleFace(template), left: null, dim: false }
  const { refusal } = template
  if (refusal && template.myCouponId)
    return {
      ...base,
      notes: [{ text: `已领，${until}`, good: true }],
      action: { kind: 'use', text: '去使用', couponId: template.myCouponId },
    }
  if (refusal === 'COUPON_CLAIM_LIMIT_REACHED')
    return {
      ...base,
      notes: [{ text: errorCodes[refusal][1] }],
      action: { kind: 'none', text: '已用过' },
      dim: true,
    }
  if (refusal) {
    const soon = refusal === 'COUPON_CLAIM_NOT_STARTED'
    return {
      ...base,
      notes: refusalNotes(template, refusal, now),
      action: {
        kind: 'none',
        text: soon ? opensWords(template.claimFrom, now) : (refusalWords[refusal] ?? '不能领'),
      },
      dim: !soon,
    }
  }
  return {
    ...base,
    notes: [{ text: `余 ${template.remainingCount} 张·${until}` }],
    left: template.totalCount > 0 ? template.remainingCount / template.totalCount : 0,
    action: { kind: 'claim', text: '领取' },
  }
}

const usedNote = (coupon: Coupon, now: Date) =>
  `${coupon.usedAt ? momentLabel(coupon.usedAt, now) : ''} 在${coupon.usedOutletName ?? '店里'}用了`

/** 我的券 as a card. */
export function couponFace(coupon: Coupon, now: Date): CouponFace {
  const base = { id: coupon.id, ...ruleFace(coupon), left: null, dim: coupon.status !== 'unused' }
  if (coupon.status === 'used')
    return { ...base, notes: [{ text: usedNote(coupon, now) }], action: { kind: 'none', text: '已用' } }
  if (coupon.status === 'expired')
    return {
      ...base,
      notes: [{ text: `${untilLabel(coupon.validUntil)}过期` }],
      action: { kind: 'none', text: '过期' },
    }
  const begins = new Date(coupon.validFrom)
  if (now < begins)
    return {
      ...base,
      notes: [{ text: `${momentLabel(begins, now)} 起可用` }],
      action: { kind: 'none', text: '还没到' },
    }
  return {
    ...base,
    notes: [{ text: `已领，${untilLabel(coupon.validUntil)}到期`, good: true }],
    action: { kind: 'use', text: '去使用', couponId: coupon.id },
  }
}

import { fireEvent, render, screen } from '@testing-library/react'
import { coupon, couponTemplate } from '@yikezhong/shared/coupon/coupon.contract'
import * as navigate from '@/platform/navigate'
import { CouponCard, CouponMini } from './CouponCard'
import { couponFace, templateFace } from './coupon-face'

const now = new Date('2026-07-12T09:00:00+08:00')

const rule = {
  title: '浆水面馆午餐券',
  faceValueFen: 800,
  minSpendFen: 3000,
  governmentFen: 400,
  validFrom: '2026-07-01T00:00:00.000Z',
  validUntil: '2026-07-31T16:00:00.000Z',
  isNearExpiry: false,
  isDemo: true,
  note: null,
  outlets: [{ id: '1', name: '藉河浆水面馆' }],
  outletCount: 3,
}

const template = couponTemplate.parse({
  ...rule,
  id: '5',
  status: 'published',
  totalCount: 200,
  remainingCount: 126,
  perPersonLimit: 1,
  claimFrom: '2026-07-01T00:00:00.000Z',
  claimUntil: '2026-07-31T16:00:00.000Z',
  claimedByMe: 0,
  myCouponId: null,
  refusal: null,
})

const mine = coupon.parse({
  ...rule,
  id: '9',
  templateId: '5',
  status: 'unused',
  claimedAt: '2026-07-02T00:00:00.000Z',
  usedAt: null,
  usedOutletName: null,
})

const show = (changes: Partial<typeof template>) =>
  render(<CouponCard face={templateFace({ ...template, ...changes }, now)} />).container

describe('CouponCard of a template', () => {
  it('says value, condition, where, how many are left and until when', () => {
    const card = show({})
    expect(card).toHaveTextContent('¥8')
    expect(card).toHaveTextContent('满 30 可用')
    expect(card).toHaveTextContent('藉河浆水面馆等 3 家')
    expect(card).toHaveTextContent('余 126 张·7 月 31 日前用')
  })

  it('claims with the button, whose name says which coupon', () => {
    const claim = jest.fn()
    render(<CouponCard face={templateFace(template, now)} onClaim={claim} />)
    fireEvent.click(screen.getByRole('button', { name: '领取 浆水面馆午餐券' }))
    expect(claim).toHaveBeenCalledWith('5')
  })

  it('waits in place and cannot be tapped twice', () => {
    const claim = jest.fn()
    render(<CouponMini face={templateFace(template, now)} claiming onClaim={claim} />)
    const button = screen.getByRole('button', { name: '领取中… 浆水面馆午餐券' })
    expect(button).toHaveTextContent('领取中…')
    fireEvent.click(button)
    expect(claim).not.toHaveBeenCalled()
  })

  it.each([
    [{ refusal: 'COUPON_SOLD_OUT', remainingCount: 0 }, '200 张已领完', '已领完'],
    [{ refusal: 'COUPON_PAUSED' }, '这张券暂停发放', '暂停'],
    [
      { refusal: 'COUPON_CLAIM_NOT_STARTED', claimFrom: '2026-07-13T01:00:00.000Z' },
      '7 月 13 日 09:00 开始领',
      '未开始',
    ],
  ] as const)('%j: %s, and nothing to tap', (changes, note, button) => {
    expect(show(changes)).toHaveTextContent(note)
    expect(screen.getByRole('button')).toBeDisabled()
    expect(screen.getByRole('button')).toHaveTextContent(button)
  })

  it('leads to the code once it is mine', () => {
    const open = jest.spyOn(navigate, 'open').mockImplementation(() => {})
    expect(
      show({ refusal: 'COUPON_CLAIM_LIMIT_REACHED', claimedByMe: 1, myCouponId: '9' }),
    ).toHaveTextContent('已领')
    fireEvent.click(screen.getByRole('button', { name: '去使用 浆水面馆午餐券' }))
    expect(open).toHaveBeenCalledWith('couponCode', { couponId: '9' })
  })
})

describe('CouponCard of my coupon', () => {
  it('used: when and where, no button to press', () => {
    const used = {
      ...mine,
      status: 'used' as const,
      usedAt: '2026-07-11T04:00:00.000Z',
      usedOutletName: '藉河浆水面馆',
    }
    const { container } = render(<CouponCard face={couponFace(used, now)} />)
    expect(container).toHaveTextContent('7 月 11 日 12:00 在藉河浆水面馆用了')
    expect(screen.getByRole('button')).toBeDisabled()
  })

  it('expired: grey, with the day', () => {
    const { container } = render(<CouponCard face={couponFace({ ...mine, status: 'expired' }, now)} />)
    expect(container).toHaveTextContent('7 月 31 日过期')
    expect(container.querySelector('.is-dim')).not.toBeNull()
  })
})

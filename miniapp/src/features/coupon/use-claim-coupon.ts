import { useMutation, useQueryClient } from '@tanstack/react-query'
import { claimCoupon } from '@yikezhong/shared/coupon/coupon.contract'
import { useRef, useState } from 'react'
import { ApiError, call, newIdempotencyKey } from '@/lib/api-client'
import { requireLogin } from '@/platform/session'
import { toast } from '@/platform/toast'
import { claimSentence } from './claim-sentence'

/** One key per coupon until the server has answered, so that a repeated tap is the same request. */
function useClaimKeys() {
  const keys = useRef(new Map<string, string>())
  const keyOf = (templateId: string) => {
    const key = keys.current.get(templateId) ?? newIdempotencyKey()
    keys.current.set(templateId, key)
    return key
  }
  return { keyOf, answered: (templateId: string) => keys.current.delete(templateId) }
}

/**
 * 领券: asks for login when needed, claims, says how it went and refreshes every list of coupons.
 * `claimingId` is the coupon whose button shows 领取中….
 */
export function useClaimCoupon() {
  const client = useQueryClient()
  const { keyOf, answered } = useClaimKeys()
  const [claimingId, setClaimingId] = useState<string | null>(null)
  const claim = useMutation({
    mutationFn: (templateId: string) =>
      call(claimCoupon, { params: { templateId } }, { idempotencyKey: keyOf(templateId) }),
    onSuccess: (_coupon, templateId) => {
      answered(templateId)
      toast('领到了，在「优惠」里可以看到', 'good')
    },
    onError: (error, templateId) => {
      if (error instanceof ApiError) answered(templateId)
      toast(claimSentence(error), 'bad')
    },
    onSettled: async () => {
      setClaimingId(null)
      await Promise.all([
        client.invalidateQueries({ queryKey: ['coupon-templates'] }),
        client.invalidateQueries({ queryKey: ['me', 'coupons'] }),
      ])
    },
  })
  const start = async (templateId: string) => {
    if (claimingId) return
    setClaimingId(templateId)
    if (await requireLogin('登录后券才能记在您名下')) claim.mutate(templateId)
    else setClaimingId(null)
  }
  return { claim: (templateId: string) => void start(templateId), claimingId }
}

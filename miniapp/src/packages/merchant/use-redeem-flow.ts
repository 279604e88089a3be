import { scan } from '@/platform/scan'
import { toast } from '@/platform/toast'
import { useRedeem } from './merchant.queries'
import { outcomeOf, useRedeemDesk } from './redeem-desk'

/** 核销 by scanning or typing: sends the code for one outlet and calls `onOutcome` when it is known how it ended. */
export function useRedeemFlow(outletId: string, onOutcome: () => void) {
  const redeem = useRedeem()
  const { begin, finish } = useRedeemDesk()

  const submit = async (code: string) => {
    if (redeem.isPending) return
    const attempt = begin(code, outletId)
    const startedAt = Date.now()
    try {
      const redemption = await redeem.mutateAsync(attempt)
      finish({ kind: 'done', redemption, tookMs: Date.now() - startedAt })
    } catch (error) {
      finish(outcomeOf(error))
    }
    onOutcome()
  }

  const scanAndSubmit = async () => {
    try {
      const code = await scan()
      if (code?.trim()) await submit(code.trim())
    } catch (error) {
      toast(error instanceof Error ? error.message : '没有扫出来，再试一次', 'bad')
    }
  }

  return {
    isBusy: redeem.isPending,
    submit: (code: string) => void submit(code),
    scan: () => void scanAndSubmit(),
  }
}

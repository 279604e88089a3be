import { useMutation, useQueryClient } from '@tanstack/react-query'
import { confirmOutlet, getOutlet } from '@yikezhong/shared/outlet/outlet.contract'
import { useHere } from '@/features/circle/use-here'
import { ApiError, call } from '@/lib/api-client'
import { useSeenQuery } from '@/platform/last-seen'
import { requireLogin } from '@/platform/session'
import { toast } from '@/platform/toast'

/** 网点详情, with the walk from where the person is. */
export function useOutlet(outletId: string) {
  const { origin } = useHere()
  return useSeenQuery({
    queryKey: ['outlet', outletId, origin],
    enabled: outletId !== '',
    queryFn: () => call(getOutlet, { params: { outletId }, query: { ...origin } }),
  })
}

/** 还开着: a resident confirms the outlet; once a day is enough. */
export function useConfirmOutlet(outletId: string) {
  const client = useQueryClient()
  const confirm = useMutation({
    mutationFn: () => call(confirmOutlet, { params: { outletId } }),
    onSuccess: async () => {
      toast('谢谢，记下了', 'good')
      await client.invalidateQueries({ queryKey: ['outlet', outletId] })
    },
    onError: (error) => toast(error instanceof ApiError ? error.message : '没有连上网络，请再试一次', 'bad'),
  })
  const start = async () => {
    if (await requireLogin('登录后才能确认，好让大家知道是真有人看过')) confirm.mutate()
  }
  return { confirm: () => void start(), confirming: confirm.isPending }
}

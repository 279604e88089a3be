import { useMutation } from '@tanstack/react-query'
import {
  cancelMyDeletion,
  exportMyData,
  getMe,
  requestMyDeletion,
} from '@yikezhong/shared/identity/identity.contract'
import { ApiError, call } from '@/lib/api-client'
import { cityDay, clockTime, dayLabel } from '@/lib/format'
import { keepResident } from '@/platform/session'
import { toast } from '@/platform/toast'
import { saveText } from './save-text'

const say = (error: unknown) =>
  toast(error instanceof ApiError ? error.message : '没有连上网络，请再试一次', 'bad')

const refreshMe = async () => keepResident(await call(getMe, {}))

/** 导出我的数据: everything kept about the person, as a file they can read. */
export const useExport = () =>
  useMutation({
    mutationFn: async () => {
      const data = await call(exportMyData, {})
      return saveText(`我的数据-${cityDay(data.generatedAt)}.json`, JSON.stringify(data, null, 2))
    },
    onSuccess: (sentence) => toast(sentence, 'good'),
    onError: say,
  })

/** 申请注销: done after a day, withdrawn until then. */
export const useRequestDeletion = () =>
  useMutation({
    mutationFn: () => call(requestMyDeletion, {}),
    onSuccess: async ({ effectiveAt }) => {
      toast(`已申请，${dayLabel(effectiveAt)} ${clockTime(effectiveAt)} 执行，之前都可以撤回`)
      await refreshMe()
    },
    onError: say,
  })

export const useCancelDeletion = () =>
  useMutation({
    mutationFn: () => call(cancelMyDeletion, {}),
    onSuccess: async () => {
      toast('已撤回，一切照旧', 'good')
      await refreshMe()
    },
    onError: say,
  })

import { listCircles } from '@yikezhong/shared/circle/circle.contract'
import { call } from '@/lib/api-client'
import { useSeenQuery } from '@/platform/last-seen'

const aDay = 86_400_000

/** 生活圈 in the plan's order, with their communities. */
export const useCircles = () =>
  useSeenQuery({ queryKey: ['circles'], queryFn: () => call(listCircles, {}), staleTime: aDay })

import { paces } from '@yikezhong/shared/outlet/walk-minutes'

const detour = 1.3

/** 一刻钟 in minutes. */
export const quarterMinutes = 15

/** Minutes at the pace of who reads: the server counts everybody's, an older person takes a third longer. */
export const minutesAtPace = (minutes: number, elder: boolean) =>
  elder ? Math.round((minutes * paces.usual) / paces.elder) : minutes

/** How far, in a straight line, one gets in so many minutes on foot. */
export const reachMeters = (minutes: number, elder: boolean) =>
  Math.floor(((minutes + 0.49) * (elder ? paces.elder : paces.usual)) / detour)

import type { Verdict } from './survey.contract.js'
import { wilson } from './wilson.js'

/** The plan's satisfaction targets, dated data of the city pack: shares 0–1, `minimumN` in answers per circle. */
export interface SatisfactionTarget {
  targetShare: number
  minimumN: number
}

/** 判断: what `satisfied` of `n` ratings allow one to say about the target. */
export function verdictOf(
  satisfied: number,
  n: number,
  { minimumN, targetShare }: SatisfactionTarget,
): Verdict {
  const interval = wilson(satisfied, n)
  if (!interval || n < minimumN) return 'too-few'
  if (interval.low >= targetShare) return 'reached'
  return interval.high < targetShare ? 'below' : 'undecided'
}

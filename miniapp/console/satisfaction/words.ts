import type { CircleSatisfaction, surveyChannels, Verdict } from '@yikezhong/shared/survey/survey.contract'

/** The verdict in words; `tone` picks the status colour that goes with the word, never without it. */
export const verdictWords: Record<
  Verdict,
  { word: string; tone: 'success' | 'warning' | 'danger' | 'neutral' }
> = {
  reached: { word: '确定达标', tone: 'success' },
  undecided: { word: '还不能断定', tone: 'warning' },
  below: { word: '低于目标', tone: 'danger' },
  'too-few': { word: '份数不够', tone: 'neutral' },
}

export const channelWords: Record<(typeof surveyChannels)[number], string> = {
  phone: '手机',
  desk: '代填',
  paper: '纸质',
}

/** 评分 words, from 1 to 5. */
export const ratingWords = ['很不满意', '不满意', '一般', '满意', '很满意'] as const

/** A rating in words; an unpublished circle's ratings never reach this page. */
export function ratingText(overall: number | null, published: boolean): string {
  if (!published) return '不公布'
  return overall === null ? '不了解' : `${overall} ${ratingWords[overall - 1]}`
}

const tenth = (share: number) => (share * 100).toFixed(1)

/** 0.969 -> `96.9%`: one decimal on screen, never more. */
export const percent = (share: number) => `${tenth(share)}%`

/** `92.2 – 98.8`, the header says that these are percent. */
export const intervalText = ({ low, high }: Pick<CircleSatisfaction, 'low' | 'high'>) =>
  low === null || high === null ? '—' : `${tenth(low)} – ${tenth(high)}`

/** 0.9 -> `90%` */
export const targetText = (targetShare: number) => `${Number(tenth(targetShare))}%`

type Unpublished = Pick<CircleSatisfaction, 'n' | 'missing'>

/** Why there is no figure: `37 份，还差 13 份，未达 50 份不公布`. */
export const missingText = ({ n, missing }: Unpublished, minimumN: number) =>
  `${n} 份，还差 ${missing} 份，未达 ${minimumN} 份不公布`

/** The whole bar in one sentence, for those who do not see it. */
export function barLabel(circle: CircleSatisfaction, targetShare: number, minimumN: number): string {
  if (circle.satisfiedShare === null) return `${circle.shortName}：${missingText(circle, minimumN)}`
  const interval = intervalText(circle).replace(' – ', '% 到 ')
  const { word } = verdictWords[circle.verdict]
  return `${circle.shortName}：满意度 ${percent(circle.satisfiedShare)}，95% 区间 ${interval}%，目标 ${targetText(targetShare)}，${word}`
}

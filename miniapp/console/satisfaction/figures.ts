import type { CircleSatisfaction } from '@yikezhong/shared/survey/survey.contract'

export const figureKeys = ['published', 'reached', 'undecided', 'below', 'responses'] as const
export type FigureKey = (typeof figureKeys)[number]

export interface Figure {
  key: FigureKey
  label: string
  value: number
  unit: string
  note: string
  /** The circles behind the figure, in the plan's order. */
  circles: CircleSatisfaction[]
}

interface Rule {
  target: string
  minimumN: number
}

/** The five figures above the chart, each with the circles it was counted from. */
export function figuresOf(items: CircleSatisfaction[], { target, minimumN }: Rule): Figure[] {
  const of = (verdict: CircleSatisfaction['verdict']) => items.filter((item) => item.verdict === verdict)
  const circles = (
    key: FigureKey,
    label: string,
    unit: string,
    note: string,
    rows: CircleSatisfaction[],
  ) => ({
    key,
    label,
    value: rows.length,
    unit,
    note,
    circles: rows,
  })
  const published = items.filter((item) => item.published)
  const sum = (field: 'n' | 'responses') => items.reduce((total, item) => total + item[field], 0)
  const skipped = sum('responses') - sum('n')
  return [
    circles('published', '已公布', `/ ${items.length} 圈`, `每圈满 ${minimumN} 份才公布`, published),
    circles('reached', '确定达标', '圈', `区间下限也在 ${target} 以上`, of('reached')),
    circles('undecided', '还不能断定', '圈', `区间跨过 ${target} 线，要加样本`, of('undecided')),
    circles('below', '低于目标', '圈', `区间上限也不到 ${target}`, of('below')),
    {
      key: 'responses',
      label: '有效问卷',
      value: sum('n'),
      unit: '份',
      note: skipped > 0 ? `共收 ${sum('responses')} 份，${skipped} 份没评总体` : '看各圈答卷',
      circles: items,
    },
  ]
}

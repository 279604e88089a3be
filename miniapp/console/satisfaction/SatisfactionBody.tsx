import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import type { getSatisfaction } from '@yikezhong/shared/survey/survey.contract'
import type { useSearchState } from '../api/use-search-state'
import { EmptyBlock } from '../ui/StateBlocks'
import { CircleCards } from './CircleCards'
import { CircleDrawer, type DetailTab, detailTabs } from './CircleDrawer'
import { FigureDrawer } from './FigureDrawer'
import { FigureStrip } from './FigureStrip'
import { figuresOf } from './figures'
import { IntervalChart } from './IntervalChart'
import type { PageKey } from './SatisfactionControls'
import { SatisfactionTable } from './SatisfactionTable'
import { targetText } from './words'

interface Props {
  answer: ResponseOf<typeof getSatisfaction>
  search: ReturnType<typeof useSearchState<PageKey>>
}

export function SatisfactionBody({ answer, search: { get, set } }: Props) {
  const { items, targetShare, minimumN, wave } = answer
  if (items.length === 0)
    return <EmptyBlock title="您的管理范围内没有生活圈">需要看其他圈时，请找上级管理员。</EmptyBlock>
  const figures = figuresOf(items, { target: targetText(targetShare), minimumN })
  const chosen =
    items.find(({ circleId }) => circleId === get('circle')) ??
    items.find(({ published }) => published) ??
    items[0]
  const tab = detailTabs.find((name) => name === get('tab'))
  const open = (circleId: string, next: DetailTab) => set({ circle: circleId, tab: next, figure: undefined })
  const rows = {
    items,
    onSelect: (circleId: string) => set({ circle: circleId }),
    onRecords: (circleId: string) => open(circleId, 'records'),
  }
  return (
    <>
      <FigureStrip figures={figures} onOpen={(figure) => set({ figure })} />
      {get('view') === 'table' ? (
        <SatisfactionTable {...rows} />
      ) : (
        <IntervalChart
          {...rows}
          targetShare={targetShare}
          minimumN={minimumN}
          selectedId={chosen?.circleId}
        />
      )}
      {chosen && (
        <CircleCards
          circle={chosen}
          waveId={wave.id}
          minimumN={minimumN}
          onOpen={(next) => open(chosen.circleId, next)}
        />
      )}
      <p className="footnote">
        区间按 Wilson 法算，置信度 95%。满意 = 4 分或 5 分，“不了解”不计入。点任意份数可看去掉身份的答卷；不足{' '}
        {minimumN} 份的圈不显示比例，也不计入达标圈数。
      </p>
      <FigureDrawer
        figure={figures.find(({ key }) => key === get('figure'))}
        onClose={() => set({ figure: undefined })}
        onRecords={rows.onRecords}
      />
      {tab && (
        <CircleDrawer
          circleId={get('circle') ?? chosen?.circleId ?? ''}
          waveId={wave.id}
          minimumN={minimumN}
          tab={tab}
          onTab={(next) => set({ tab: next }, { replace: true })}
          onClose={() => set({ tab: undefined })}
        />
      )}
    </>
  )
}

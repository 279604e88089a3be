import { getSatisfaction, listBureauSurveyWaves } from '@yikezhong/shared/survey/survey.contract'
import { useReportAsOf } from '../api/data-as-of'
import { useEndpoint } from '../api/use-endpoint'
import { useSearchState } from '../api/use-search-state'
import { DemoTag } from '../ui/DemoTag'
import { PageHead } from '../ui/PageHead'
import { QueryGate } from '../ui/QueryGate'
import { EmptyBlock } from '../ui/StateBlocks'
import { SatisfactionBody } from './SatisfactionBody'
import { type PageKey, SatisfactionActions, WaveSelect } from './SatisfactionControls'

/** 居民满意度: per circle with sample size and interval, against the plan's target. */
export default function SatisfactionPage() {
  const search = useSearchState<PageKey>()
  const waveId = search.get('wave')
  const waves = useEndpoint(listBureauSurveyWaves, {})
  const query = useEndpoint(getSatisfaction, { query: { waveId } }, { keepPrevious: true })
  useReportAsOf(query.data?.asOf)
  const wave = query.data?.wave
  return (
    <div className="page">
      <PageHead
        title="居民满意度"
        actions={
          <SatisfactionActions
            wave={wave}
            view={search.get('view')}
            onView={(view) => search.set({ view })}
          />
        }
      >
        <WaveSelect
          waves={waves.data?.items ?? []}
          value={waveId ?? wave?.id}
          onChange={(id) => search.set({ wave: id, circle: undefined })}
        />
        {wave?.isDemo && <DemoTag>示例数据</DemoTag>}
      </PageHead>
      {waves.data?.items.length === 0 ? (
        <EmptyBlock title="还没有开展过满意度调查">
          开一轮调查后，这里按生活圈显示样本量、满意度和区间。
        </EmptyBlock>
      ) : (
        <QueryGate query={query} rows={10}>
          {(answer) => <SatisfactionBody answer={answer} search={search} />}
        </QueryGate>
      )}
    </div>
  )
}

import { getCircleSatisfaction } from '@yikezhong/shared/survey/survey.contract'
import { Drawer, Tabs } from 'antd'
import { useEndpoint } from '../api/use-endpoint'
import { QueryGate } from '../ui/QueryGate'
import { Distribution } from './Distribution'
import { FormatShares } from './FormatShares'
import { SurveyRecords } from './SurveyRecords'
import { VerdictTag } from './VerdictTag'
import { intervalText, missingText, percent } from './words'

export const detailTabs = ['distribution', 'formats', 'records'] as const
export type DetailTab = (typeof detailTabs)[number]

interface Props {
  circleId: string
  waveId: string
  minimumN: number
  tab: DetailTab
  onTab: (tab: DetailTab) => void
  onClose: () => void
}

/** One circle opened up: distribution, formats, and the answers themselves. */
export function CircleDrawer({ circleId, waveId, minimumN, tab, onTab, onClose }: Props) {
  const query = useEndpoint(getCircleSatisfaction, { params: { circleId }, query: { waveId } })
  return (
    <Drawer open size={640} onClose={onClose} title={query.data?.circle.circleName ?? '生活圈'}>
      <QueryGate query={query} rows={8}>
        {(detail) => (
          <>
            <p className="drawer-lead">
              {detail.circle.satisfiedShare === null
                ? missingText(detail.circle, minimumN)
                : `满意度 ${percent(detail.circle.satisfiedShare)},95% 区间 ${intervalText(detail.circle)}(%),n = ${detail.circle.n}`}{' '}
              <VerdictTag verdict={detail.circle.verdict} />
            </p>
            <Tabs
              activeKey={tab}
              onChange={(key) => onTab(key as DetailTab)}
              destroyOnHidden
              items={[
                {
                  key: 'distribution',
                  label: '评分分布',
                  children: <Distribution detail={detail} minimumN={minimumN} />,
                },
                {
                  key: 'formats',
                  label: `各业态 ${detail.formats.length}`,
                  children: <FormatShares formats={detail.formats} minimumFormatN={detail.minimumFormatN} />,
                },
                {
                  key: 'records',
                  label: `答卷 ${detail.circle.responses}`,
                  children: <SurveyRecords circle={detail.circle} waveId={waveId} />,
                },
              ]}
            />
          </>
        )}
      </QueryGate>
    </Drawer>
  )
}

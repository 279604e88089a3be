import { useMutation } from '@tanstack/react-query'
import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import { exportSatisfaction, type getSatisfaction } from '@yikezhong/shared/survey/survey.contract'
import { App, Button, Segmented, Select } from 'antd'
import { cityDay, dayLabel } from '@/lib/format'
import { download } from '../api/download'
import { refusalOf } from '../api/refusal'
import { Icon } from '../ui/Icon'

/** What the address of this page keeps. */
export type PageKey = 'wave' | 'view' | 'circle' | 'tab' | 'figure'

type Wave = ResponseOf<typeof getSatisfaction>['wave']

const span = ({ opensAt, closesAt }: Wave) =>
  `${dayLabel(new Date(opensAt))} – ${dayLabel(new Date(Date.parse(closesAt) - 1))}`

interface WaveSelectProps {
  waves: Wave[]
  value: string | undefined
  onChange: (waveId: string) => void
}

export const WaveSelect = ({ waves, value, onChange }: WaveSelectProps) => (
  <Select
    aria-label="调查轮次"
    className="wave-select"
    popupMatchSelectWidth={false}
    value={value}
    onChange={onChange}
    options={waves.map((wave) => ({ value: wave.id, label: `${wave.title} · ${span(wave)}` }))}
  />
)

interface ActionsProps {
  wave: Wave | undefined
  view: string | undefined
  onView: (view: string | undefined) => void
}

export function SatisfactionActions({ wave, view, onView }: ActionsProps) {
  const { message } = App.useApp()
  const exporting = useMutation({
    mutationFn: ({ id, title }: Wave) =>
      download(
        exportSatisfaction,
        { query: { waveId: id } },
        `居民满意度-${title}-${cityDay(Date.now())}.xlsx`,
      ),
    onError: (error) => void message.error(`没有导出：${refusalOf(error).message}`),
  })
  return (
    <>
      <Segmented
        aria-label="显示方式"
        value={view === 'table' ? 'table' : 'chart'}
        onChange={(next) => onView(next === 'table' ? 'table' : undefined)}
        options={[
          { value: 'chart', label: <ViewLabel icon="survey" text="图" /> },
          { value: 'table', label: <ViewLabel icon="table" text="表" /> },
        ]}
      />
      <Button
        icon={<Icon name="download" size={16} />}
        disabled={!wave}
        loading={exporting.isPending}
        onClick={() => wave && exporting.mutate(wave)}
      >
        导出 .xlsx
      </Button>
    </>
  )
}

const ViewLabel = ({ icon, text }: { icon: string; text: string }) => (
  <span className="view-label">
    <Icon name={icon} size={15} />
    {text}
  </span>
)

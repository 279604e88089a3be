import { View } from '@tarojs/components'
import { circleName } from '@/features/circle/circle-name'
import { useHere } from '@/features/circle/use-here'
import { useNow } from '@/platform/clock'
import { Chip } from '@/ui/Chip'
import { EmptyBlock } from '@/ui/StateBlocks'
import { openState } from '../open-state'
import { useFormats } from '../outlet.queries'
import type { OutletFilters } from '../outlet-filters'
import { useOutletSearch } from '../use-outlet-search'

interface Props {
  filters: OutletFilters
  subject: string
  onChange: (change: Partial<OutletFilters>) => void
}

/** The same search without what narrows it: the nearest true alternative. */
const widened = (filters: OutletFilters): OutletFilters => ({ ...filters, openNow: false, within: null })

function useAlternative(filters: OutletFilters) {
  const { outlets, total } = useOutletSearch(widened(filters), 1)
  const now = useNow()
  const nearest = outlets?.[0]
  if (!nearest) return null
  const { word, isOpen } = openState(nearest, now)
  return {
    sentence: `最近的一家是${nearest.name}，步行 ${nearest.walkMinutes} 分钟，${isOpen ? '现在开着' : word}。`,
    total,
  }
}

/** 没有结果: says what was looked for, where the nearest is, and offers to widen. */
export function NothingFound({ filters, subject, onChange }: Props) {
  const { circle, spot } = useHere()
  const { taxonomy } = useFormats()
  const alternative = useAlternative(filters)
  const what = filters.keyword || subject || '这样的店'
  const scope = filters.within ? `${filters.within} 分钟内` : ''
  const actions = []
  if (alternative)
    actions.push({
      text: `看看远一点的 ${alternative.total} 家`,
      onPress: () => onChange({ openNow: false, within: null }),
    })
  else if (filters.keyword)
    actions.push({ text: '看全部网点', onPress: () => onChange({ keyword: '', formats: [] }) })
  const words = (taxonomy?.entries ?? []).filter(({ formats }) => formats.length > 0).slice(0, 4)
  return (
    <EmptyBlock
      title={`${scope}${filters.openNow ? '现在' : '还'}没有「${what}」`}
      text={`从${spot ?? (circle ? circleName(circle) : '这里')}走，${alternative?.sentence ?? '附近还没有登记到。'}`}
      actions={actions}
    >
      <View className="yk-browser__other">换个说法试试</View>
      <View className="yk-browser__words">
        {words.map(({ name, formats }) => (
          <Chip key={name} text={name} onPress={() => onChange({ keyword: '', formats })} />
        ))}
      </View>
    </EmptyBlock>
  )
}

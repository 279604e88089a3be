import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '@/ui/Chip'
import { Pressable } from '@/ui/Pressable'
import { Sheet } from '@/ui/Sheet'
import { FormatTile } from '../FormatTile'
import { useFormats } from '../outlet.queries'
import type { OutletFilters } from '../outlet-filters'
import './filters.scss'

export interface FilterProps {
  filters: OutletFilters
  onChange: (change: Partial<OutletFilters>) => void
}

const distances = [
  { within: 15, text: '步行 15 分钟内' },
  { within: 30, text: '步行 30 分钟内' },
  { within: null, text: '不限远近' },
] as const

type Asking = 'distance' | 'format' | 'service' | null

interface ChoiceProps {
  options: readonly { key: string; text: string; on: boolean; choose: () => void; tile?: React.ReactNode }[]
  onDone: () => void
}

const Choices = ({ options, onDone }: ChoiceProps) => (
  <View className="yk-choices">
    {options.map(({ key, text, on, choose, tile }) => (
      <Pressable
        key={key}
        className={`yk-choices__item ${on ? 'is-on' : ''}`}
        label={text}
        pressed={on}
        onPress={() => {
          choose()
          onDone()
        }}
      >
        {tile}
        {text}
      </Pressable>
    ))}
  </View>
)

function FilterSheet({
  asking,
  filters,
  onChange,
  onDone,
}: FilterProps & { asking: Asking; onDone: () => void }) {
  const { taxonomy } = useFormats()
  if (asking === 'distance')
    return (
      <Sheet title="走多远" onClose={onDone}>
        <Choices
          onDone={onDone}
          options={distances.map(({ within, text }) => ({
            key: text,
            text,
            on: filters.within === within,
            choose: () => onChange({ within }),
          }))}
        />
      </Sheet>
    )
  if (asking === 'format')
    return (
      <Sheet title="哪一类店" onClose={onDone}>
        <Choices
          onDone={onDone}
          options={[
            {
              key: '',
              text: '全部',
              on: filters.formats.length === 0,
              choose: () => onChange({ formats: [] }),
            },
            ...(taxonomy?.list ?? []).map((format) => ({
              key: format.code,
              text: format.name,
              on: filters.formats.includes(format.code),
              choose: () => onChange({ formats: [format.code] }),
              tile: <FormatTile format={format} size={32} />,
            })),
          ]}
        />
      </Sheet>
    )
  return (
    <Sheet title="能办什么" onClose={onDone}>
      <Choices
        onDone={onDone}
        options={[
          { key: '', text: '不限', on: filters.service === null, choose: () => onChange({ service: null }) },
          ...(taxonomy?.services ?? []).map(({ code, name }) => ({
            key: code,
            text: name,
            on: filters.service === code,
            choose: () => onChange({ service: code }),
          })),
        ]}
      />
    </Sheet>
  )
}

/** What the words on the format chip are: the one chosen, or how many. */
function useFormatWords(formats: string[]): string {
  const { taxonomy } = useFormats()
  if (formats.length === 0) return '全部业态'
  const first = taxonomy?.formats.get(formats[0] ?? '')?.name ?? '1 类'
  return formats.length === 1 ? first : `${first}等 ${formats.length} 类`
}

/** 筛选: open now, how far, which format, which service. */
export function FilterChips({ filters, onChange }: FilterProps) {
  const [asking, setAsking] = useState<Asking>(null)
  const { taxonomy } = useFormats()
  const { openNow, within, formats, service } = filters
  const distance = distances.find((option) => option.within === within)?.text ?? ''
  return (
    <>
      <View className="yk-filters">
        <View className="yk-chips">
          <Chip text="现在开着" on={openNow} onPress={() => onChange({ openNow: !openNow })} />
          <Chip
            text={distance}
            label={`远近：${distance}`}
            opens
            on={within !== null}
            onPress={() => setAsking('distance')}
          />
          <Chip
            text={useFormatWords(formats)}
            opens
            on={formats.length > 0}
            onPress={() => setAsking('format')}
          />
          <Chip
            text={(service && taxonomy?.serviceNames.get(service)) ?? '能办什么'}
            opens
            on={service !== null}
            onPress={() => setAsking('service')}
          />
        </View>
      </View>
      {asking && (
        <FilterSheet asking={asking} filters={filters} onChange={onChange} onDone={() => setAsking(null)} />
      )}
    </>
  )
}

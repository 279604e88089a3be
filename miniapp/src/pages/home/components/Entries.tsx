import { Text, View } from '@tarojs/components'
import { FormatTile } from '@/features/outlet/FormatTile'
import { useFormats } from '@/features/outlet/outlet.queries'
import type { Taxonomy } from '@/features/outlet/taxonomy'
import { open, openTab } from '@/platform/navigate'
import { Icon, type IconName, iconNamed } from '@/ui/Icon'
import { Pressable } from '@/ui/Pressable'

const places = Array.from({ length: 10 }, (_, n) => n)

type Entry = Taxonomy['entries'][number]

const openEntry = ({ name, formats }: Entry) =>
  open('search', { formats: formats.join(','), title: formats.length === 0 ? '全部' : name })

/** The last entry opens everything, so it says how much that is. */
const words = ({ name, formats }: Entry, count: number) =>
  formats.length === 0 ? `${name} ${count} 类` : name

const Placeholder = () => (
  <View className="home-grid__item">
    <View className="home-grid__blank" />
  </View>
)

/** 首页宫格: what people come for most, two rows of five. */
export function EntryGrid() {
  const { taxonomy } = useFormats()
  const entries = taxonomy?.entries ?? []
  const count = taxonomy?.list.length ?? 0
  return (
    <View className="home-grid">
      {entries.length === 0 && places.map((place) => <Placeholder key={place} />)}
      {entries.map((entry) => (
        <Pressable
          key={entry.name}
          className="home-grid__item"
          label={`找${words(entry, count)}`}
          onPress={() => openEntry(entry)}
        >
          <FormatTile format={entry} />
          <Text className="home-grid__name">{words(entry, count)}</Text>
        </Pressable>
      ))}
    </View>
  )
}

/** What older residents use most comes first in their edition. */
const elderGlyphs = ['basket', 'bowl', 'cane', 'cross-square']

interface BigProps {
  icon: IconName
  tone: string
  name: string
  onPress: () => void
}

const Big = ({ icon, tone, name, onPress }: BigProps) => (
  <Pressable className="home-big" label={name} onPress={onPress}>
    <View className={`home-big__icon ${tone}`}>
      <Icon name={icon} size={34} />
    </View>
    <Text>{name}</Text>
  </Pressable>
)

/** The grid of the elder edition: six big fields. */
export function ElderEntries() {
  const { taxonomy } = useFormats()
  const entries = elderGlyphs.flatMap(
    (glyph) => taxonomy?.entries.filter((entry) => entry.glyph === glyph) ?? [],
  )
  return (
    <View className="home-bigs">
      {entries.map((entry) => (
        <Big
          key={entry.name}
          icon={iconNamed(entry.glyph)}
          tone={`yk-seq-${entry.seq}`}
          name={entry.name}
          onPress={() => openEntry(entry)}
        />
      ))}
      <Big icon="ticket" tone="home-big__icon--money" name="领券" onPress={() => openTab('coupons')} />
      <Big icon="grid" tone="yk-seq-0" name="全部" onPress={() => open('search', { title: '全部' })} />
    </View>
  )
}

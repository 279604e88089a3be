import { View } from '@tarojs/components'
import type { OutletSummary } from '@yikezhong/shared/outlet/outlet.contract'
import { clockTime } from '@/lib/format'
import { useEdition } from '@/platform/edition'
import { goThere } from '@/platform/go-there'
import { open } from '@/platform/navigate'
import { phoneCall } from '@/platform/phone-call'
import { Button } from '@/ui/Button'
import { Pressable } from '@/ui/Pressable'
import { DemoTag, Tag } from '@/ui/Tag'
import { OpenChip, WalkChip } from './chips'
import { FormatTile } from './FormatTile'
import { openState } from './open-state'
import './outlet-card.scss'
import { outletNote } from './outlet-note'
import { minutesAtPace } from './reach'
import type { Taxonomy } from './taxonomy'

interface Props {
  outlet: OutletSummary
  taxonomy: Taxonomy | null
  now: Date
  /** Chosen on the map. */
  selected?: boolean
  /** When the list was seen, while offline. */
  staleSince?: Date | null
}

const unknownFormat = { glyph: 'dots', seq: 0, tier: 'basic' as const }

const openOutlet = (outlet: OutletSummary) => open('outlet', { id: outlet.id })

/** What a screen reader says for the whole card. */
const cardLabel = ({ outlet, now, staleSince }: Props, elder: boolean) => {
  const { word, detail } = openState(outlet, now, !staleSince)
  const minutes = minutesAtPace(outlet.walkMinutes, elder)
  return [outlet.name, outlet.isDemo && '示例', `步行 ${minutes} 分钟`, word, detail, outlet.offer]
    .filter(Boolean)
    .join('，')
}

function UsualCard(props: Props) {
  const { outlet, taxonomy, now, selected, staleSince } = props
  const note = staleSince
    ? `${clockTime(staleSince)} 看到${outlet.phone ? '·电话已存，可以拨打' : ''}`
    : outletNote(outlet, taxonomy, now)
  return (
    <Pressable
      className={`yk-outlet ${selected ? 'is-selected' : ''}`}
      wordsSpeak
      label={cardLabel(props, false)}
      onPress={() => openOutlet(outlet)}
    >
      <FormatTile format={taxonomy?.formats.get(outlet.formatCode) ?? unknownFormat} />
      <View className="yk-outlet__body">
        <View className="yk-outlet__head">
          <View className="yk-outlet__name">{outlet.name}</View>
          {outlet.isDemo && <DemoTag />}
          {outlet.offer && (
            <View className="yk-outlet__offer">
              <Tag tone="money" text={outlet.offer} />
            </View>
          )}
        </View>
        <View className="yk-outlet__meta">
          <WalkChip minutes={outlet.walkMinutes} />
          <OpenChip outlet={outlet} now={now} live={!staleSince} />
        </View>
        <View className="yk-outlet__note">{note}</View>
      </View>
    </Pressable>
  )
}

/** The elder edition: no third line, two big buttons instead. */
function ElderCard(props: Props) {
  const { outlet, now, selected, staleSince } = props
  const { name, address, location, phone } = outlet
  return (
    <View className={`yk-outlet-elder ${selected ? 'is-selected' : ''}`}>
      <Pressable
        className="yk-outlet-elder__main"
        wordsSpeak
        label={cardLabel(props, true)}
        onPress={() => openOutlet(outlet)}
      >
        <View className="yk-outlet-elder__name">
          {name}
          {outlet.isDemo && <DemoTag />}
        </View>
        <View className="yk-outlet-elder__meta">
          <WalkChip minutes={outlet.walkMinutes} />
          <OpenChip outlet={outlet} now={now} live={!staleSince} brief />
        </View>
      </Pressable>
      <View className="yk-outlet-elder__actions">
        {phone && (
          <Button
            full
            kind="ghost"
            icon="phone"
            text="打电话"
            label={`打电话给${name}`}
            onPress={() => phoneCall(phone)}
          />
        )}
        <Button
          full
          icon="go"
          text="去这里"
          label={`去这里，${name}`}
          onPress={() => goThere({ name, address, location })}
        />
      </View>
    </View>
  )
}

/** 网点: one outlet, decided in one glance: what, how far, open now, why go. */
export function OutletCard(props: Props) {
  const elder = useEdition((state) => state.elder)
  return elder ? <ElderCard {...props} /> : <UsualCard {...props} />
}

import { View } from '@tarojs/components'
import type { Format } from '@yikezhong/shared/outlet/outlet.contract'
import { Icon, iconNamed } from '@/ui/Icon'
import './format-tile.scss'

interface Props {
  format: Pick<Format, 'glyph' | 'seq' | 'tier'>
  size?: 20 | 24 | 32 | 44 | 48
}

/** 业态: glyph says which, shape says the tier (square 基本保障类, circle 品质提升类), colour says the family. */
export const FormatTile = ({ format, size = 44 }: Props) => (
  <View className={`yk-tile yk-tile--${format.tier} yk-tile--${size} yk-seq-${format.seq}`}>
    <Icon name={iconNamed(format.glyph)} size={Math.round(size * 0.545)} />
  </View>
)

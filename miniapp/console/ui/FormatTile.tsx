import { useFormats } from '../api/use-formats'
import { Icon } from './Icon'

interface Props {
  code: string
  size: number
}

/** Tinted tile of a format: square for 基本保障类, circle for 品质提升类; the name stands beside it. */
export function FormatTile({ code, size }: Props) {
  const format = useFormats().byCode.get(code)
  const { seq = 0, glyph = 'dots', tier = 'basic' } = format ?? {}
  return (
    <span className={`tile tile-${tier} seq-${seq}`} style={{ width: size, height: size }}>
      <Icon name={glyph} size={Math.round(size * 0.55)} />
    </span>
  )
}

import type { Format } from '@yikezhong/shared/outlet/outlet.contract'
import { Button, Checkbox } from 'antd'
import { useFormats } from '../api/use-formats'
import { FormatTile } from '../ui/FormatTile'

interface Props {
  /** Codes; none means all. */
  value: readonly string[]
  onChange: (codes: string[]) => void
}

/** 业态 by tier: the two lists of the plan, any of them together. */
export function FormatPicker({ value, onChange }: Props) {
  const { basic, quality } = useFormats()
  return (
    <div className="format-picker">
      <Group title="基本保障类" formats={basic} value={value} onChange={onChange} />
      <Group title="品质提升类" formats={quality} value={value} onChange={onChange} />
    </div>
  )
}

function Group({ title, formats, value, onChange }: Props & { title: string; formats: Format[] }) {
  const codes = formats.map(({ code }) => code)
  const others = value.filter((code) => !codes.includes(code))
  const all = codes.every((code) => value.includes(code))
  const toggle = (code: string) =>
    onChange(value.includes(code) ? value.filter((known) => known !== code) : [...value, code])
  return (
    <fieldset>
      <legend>{title}</legend>
      <Button
        type="link"
        size="small"
        className="flush"
        aria-label={`${title}${all ? '全不选' : '全选'}`}
        onClick={() => onChange(all ? others : [...others, ...codes])}
      >
        {all ? '全不选' : '全选'}
      </Button>
      {formats.map(({ code, name }) => (
        <Checkbox key={code} checked={value.includes(code)} onChange={() => toggle(code)}>
          <FormatTile code={code} size={20} />
          {name}
        </Checkbox>
      ))}
    </fieldset>
  )
}

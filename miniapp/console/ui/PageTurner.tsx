import { Button } from 'antd'

interface Props {
  from: number
  to: number
  total?: number
  unit: string
  busy: boolean
  previous?: () => void
  next?: () => void
}

/** 上一页 / 下一页, with where one stands in the list. */
export const PageTurner = ({ from, to, total, unit, busy, previous, next }: Props) => (
  <nav className="page-turner" aria-label="翻页">
    <span aria-live="polite">
      第 {from}–{to} {unit}
      {total !== undefined && `,共 ${total} ${unit}`}
    </span>
    <Button disabled={!previous} onClick={previous}>
      上一页
    </Button>
    <Button disabled={!next} loading={busy} onClick={next}>
      下一页
    </Button>
  </nav>
)

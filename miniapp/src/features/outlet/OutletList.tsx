import type { OutletSummary } from '@yikezhong/shared/outlet/outlet.contract'
import { useNow } from '@/platform/clock'
import { OutletCard } from './OutletCard'
import { useFormats } from './outlet.queries'

interface Props {
  outlets: OutletSummary[]
  selectedId?: string | null
  staleSince?: Date | null
}

/** 网点 one under another, with the same card everywhere. */
export function OutletList({ outlets, selectedId, staleSince }: Props) {
  const { taxonomy } = useFormats()
  const now = useNow()
  return (
    <>
      {outlets.map((outlet) => (
        <OutletCard
          key={outlet.id}
          outlet={outlet}
          taxonomy={taxonomy}
          now={now}
          selected={outlet.id === selectedId}
          staleSince={staleSince}
        />
      ))}
    </>
  )
}

import type { BureauOutlet } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { daysAgo } from '@/lib/format'

type Props = Pick<BureauOutlet, 'freshness' | 'lastConfirmedOn'>

/** 最近确认: how long ago, with the mark of its band. */
export const FreshnessMark = ({ freshness, lastConfirmedOn }: Props) => (
  <span className="fresh">
    <i className={`fresh-dot fresh-${freshness}`} aria-hidden="true" />
    {lastConfirmedOn ? `${daysAgo(lastConfirmedOn, Date.now())}确认` : '没有确认过'}
  </span>
)

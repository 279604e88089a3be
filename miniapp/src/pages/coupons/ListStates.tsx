import type { PropsWithChildren } from 'react'
import { clockTime } from '@/lib/format'
import type { SeenQuery } from '@/platform/last-seen'
import { Skeleton } from '@/ui/Skeleton'
import { ErrorBlock, OfflineBar } from '@/ui/StateBlocks'

interface Props extends PropsWithChildren {
  query: Pick<SeenQuery<unknown>, 'data' | 'error' | 'staleSince'> & { refetch: () => unknown }
  errorTitle: string
}

/** The states every list of coupons goes through: loading, error, offline with what was seen, shown. */
export function ListStates({ query, errorTitle, children }: Props) {
  const retry = () => void query.refetch()
  if (query.data !== undefined)
    return (
      <>
        {query.staleSince && <OfflineBar seen={clockTime(query.staleSince)} onRetry={retry} />}
        {children}
      </>
    )
  if (!query.error) return <Skeleton shape="tickets" count={4} />
  return <ErrorBlock error={query.error} title={errorTitle} safe="已经领的券都还在。" onRetry={retry} />
}

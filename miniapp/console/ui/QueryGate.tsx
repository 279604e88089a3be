import { Skeleton } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { ErrorBlock } from './StateBlocks'

interface Query<T> {
  data: T | undefined
  error: Error | null
  isPending: boolean
  refetch: () => unknown
}

interface Props<T> {
  query: Query<T>
  /** Rows of the skeleton: the shape of what is coming. */
  rows: number
  children: (data: T) => ReactNode
}

/** Loading, error or the answer; an answer already shown stays while a newer one is fetched. */
export function QueryGate<T>({ query, rows, children }: Props<T>) {
  const slow = useSlow(query.isPending)
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorBlock error={query.error} onRetry={() => query.refetch()} />
  return (
    <output className="skeleton" aria-busy="true" aria-label="正在读取">
      {slow && <Skeleton active paragraph={{ rows }} title={false} />}
    </output>
  )
}

/** True once something has taken 300 ms: below that a skeleton only flickers. */
function useSlow(pending: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [pending])
  return slow
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

export interface CursorPage {
  items: readonly unknown[]
  nextCursor: string | null
}

/** A list turned page by page: pages already read are kept, so 上一页 asks the server nothing. */
export function useCursorPages<P extends CursorPage>(
  key: readonly unknown[],
  fetchPage: (cursor: string | undefined) => Promise<P>,
  enabled = true,
) {
  const [index, setIndex] = useState(0)
  const identity = JSON.stringify(key)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list starts at its first page
  useEffect(() => setIndex(0), [identity])
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: P) => page.nextCursor ?? undefined,
    enabled,
  })
  const pages = query.data?.pages
  const shown = pages?.[Math.min(index, pages.length - 1)]
  const before = pages?.slice(0, index).reduce((sum, page) => sum + page.items.length, 0) ?? 0
  return {
    data: shown,
    error: query.error,
    isPending: query.isPending,
    isFetching: query.isFetching,
    dataUpdatedAt: query.dataUpdatedAt,
    refetch: () => query.refetch(),
    /** The list positions on this page, counted from 1. */
    from: before + 1,
    to: before + (shown?.items.length ?? 0),
    previous: index > 0 ? () => setIndex(index - 1) : undefined,
    next: shown?.nextCursor
      ? async () => {
          if (!pages?.[index + 1]) await query.fetchNextPage()
          setIndex(index + 1)
        }
      : undefined,
  }
}

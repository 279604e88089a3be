import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Endpoint, ResponseOf } from '@yikezhong/shared/http/endpoint'
import { call, type RequestFor } from '@/lib/api-client'

interface Options {
  enabled?: boolean
  /** Keep showing the last answer while the one for a new request is fetched. */
  keepPrevious?: boolean
}

/** One read of the API, cached by endpoint and request. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  request: RequestFor<E>,
  { enabled = true, keepPrevious = false }: Options = {},
) {
  return useQuery<ResponseOf<E>>({
    queryKey: [endpoint.path, request],
    queryFn: () => call(endpoint, request),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData as never }),
  })
}

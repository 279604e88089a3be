import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-client'

/** A refusal stays a refusal, so only a missing answer is tried again, once. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: (failures, error) => !(error instanceof ApiError) && failures < 1,
        retryDelay: 600,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

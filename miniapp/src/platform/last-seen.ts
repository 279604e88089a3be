import { type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { NetworkError } from '@/lib/api-client'
import { onForget } from './session'
import { storage } from './storage'

const indexKey = 'seen'
const most = 24

interface Seen<T> {
  data: T
  at: number
  mine: boolean
}

interface Listed {
  key: string
  mine: boolean
}

const listed = () => storage.get<Listed[]>(indexKey) ?? []

/** Keeps the newest answers only, so that the store of a small phone never fills up. */
function keep<T>(key: string, seen: Seen<T>): void {
  const others = listed().filter((entry) => entry.key !== key)
  for (const old of others.slice(most - 1)) storage.remove(old.key)
  storage.set(key, seen)
  storage.set(indexKey, [{ key, mine: seen.mine }, ...others.slice(0, most - 1)])
}

onForget(() => {
  const entries = listed()
  for (const entry of entries) if (entry.mine) storage.remove(entry.key)
  storage.set(
    indexKey,
    entries.filter((entry) => !entry.mine),
  )
})

const seenKey = (queryKey: QueryKey) => `seen:${JSON.stringify(queryKey)}`

/** What only the person logged in was told: keys that begin with `me`, and lists asked in somebody's name. */
const isMine = (queryKey: QueryKey) =>
  queryKey[0] === 'me' ||
  queryKey.some((part) => (part as { residentId?: string | null } | null)?.residentId != null)

/** The last answer to a query this device remembers. */
export const recall = <T>(queryKey: QueryKey) => storage.get<Seen<T>>(seenKey(queryKey))

export const remember = <T>(queryKey: QueryKey, data: T) =>
  keep(seenKey(queryKey), { data, at: Date.now(), mine: isMine(queryKey) })

/** When what is shown was answered, while the network is away; null when it is current. */
export const staleSince = (query: Pick<UseQueryResult, 'error' | 'data' | 'dataUpdatedAt'>) =>
  query.error instanceof NetworkError && query.data !== undefined ? new Date(query.dataUpdatedAt) : null

interface Options<T> {
  queryKey: QueryKey
  queryFn: () => Promise<T>
  enabled?: boolean
  staleTime?: number
}

export type SeenQuery<T> = UseQueryResult<T> & {
  /** When what is shown was answered, while the network is away; null when it is current. */
  staleSince: Date | null
}

/**
 * A query whose last answer is remembered on the device and shown, with its time, while there is no network.
 * What belongs to the person logged in is forgotten with the session.
 */
export function useSeenQuery<T>(options: Options<T>): SeenQuery<T> {
  const { queryKey, queryFn, enabled, staleTime } = options
  const query = useQuery<T>({
    queryKey,
    enabled,
    staleTime,
    queryFn: async () => {
      const data = await queryFn()
      remember(queryKey, data)
      return data
    },
    initialData: () => recall<T>(queryKey)?.data,
    initialDataUpdatedAt: () => recall<T>(queryKey)?.at,
  })
  return Object.assign({}, query, { staleSince: staleSince(query) })
}

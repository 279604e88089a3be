import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** The page's filters, kept in the address: Back, reload and a copied link show the same. */
export function useSearchState<K extends string>() {
  const [params, setParams] = useSearchParams()
  const get = (name: K) => params.get(name) || undefined
  const set = useCallback(
    (changes: Partial<Record<K, string | undefined>>, options: { replace?: boolean } = {}) =>
      setParams((current) => {
        const next = new URLSearchParams(current)
        for (const [name, value] of Object.entries<string | undefined>(changes)) {
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      }, options),
    [setParams],
  )
  return { get, set, text: params.toString() }
}

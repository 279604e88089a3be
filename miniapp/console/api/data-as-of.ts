import { useEffect } from 'react'
import { create } from 'zustand'

/** 数据截至: the moment the figures on screen were read; the page that shows them says so, the header prints it. */
export const useDataAsOf = create<{ at: number | null }>()(() => ({ at: null }))

/** Tells the header when this page's figures were read; undefined while nothing has been. */
export function useReportAsOf(at: string | number | undefined) {
  useEffect(() => {
    useDataAsOf.setState({ at: at ? new Date(at).getTime() : null })
  }, [at])
}

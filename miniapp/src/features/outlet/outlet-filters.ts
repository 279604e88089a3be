/** What a person searches for; the list and the map are two views of it. */
export interface OutletFilters {
  keyword: string
  /** Format codes; empty means all. */
  formats: string[]
  service: string | null
  openNow: boolean
  /** Minutes on foot, or null for the whole circle. */
  within: 15 | 30 | null
}

export const noFilters: OutletFilters = {
  keyword: '',
  formats: [],
  service: null,
  openNow: false,
  within: 15,
}

export const filterQuery = ({ keyword, formats, service, openNow }: OutletFilters) => ({
  keyword: keyword || undefined,
  format: formats.join(',') || undefined,
  service: service ?? undefined,
  openNow: openNow || undefined,
})

import type { OutletRow } from './outlet-row.js'

/** One word of a keyword: found in the outlet's own text, or in the words of a format or service it has. */
export interface KeywordTerm {
  text: string
  formats: ReadonlySet<string>
  services: ReadonlySet<string>
}

/** 筛选: which outlets a list or a map is about. Null and empty mean no limit. */
export interface OutletFilter {
  formats: ReadonlySet<string> | null
  service: string | null
  /** Communities of a circle. */
  communities: ReadonlySet<string> | null
  /** Division codes that must all be prefixes of the outlet's community. */
  divisions: readonly string[]
  /** All of them must be found. */
  terms: readonly KeywordTerm[]
  openOnly: boolean
}

export const everything: OutletFilter = {
  formats: null,
  service: null,
  communities: null,
  divisions: [],
  terms: [],
  openOnly: false,
}

const hasTerm = (row: OutletRow, { text, formats, services }: KeywordTerm): boolean =>
  row.searchText.includes(text) ||
  formats.has(row.formatCode) ||
  (services.size > 0 && row.services.some((code) => services.has(code)))

/** The verdict on one row; every index only narrows down what this is asked about. */
export function matches(filter: OutletFilter, row: OutletRow, nowMs: number): boolean {
  if (filter.formats !== null && !filter.formats.has(row.formatCode)) return false
  if (filter.communities !== null && !filter.communities.has(row.communityCode)) return false
  if (filter.service !== null && !row.services.includes(filter.service)) return false
  for (const prefix of filter.divisions) if (!row.communityCode.startsWith(prefix)) return false
  for (const term of filter.terms) if (!hasTerm(row, term)) return false
  return !filter.openOnly || row.openAt(nowMs) === true
}

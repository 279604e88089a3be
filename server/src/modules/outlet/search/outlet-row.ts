import { isOpen, openStateAt } from '@yikezhong/shared/outlet/opening-hours'
import type { OutletStatus, OutletSummary, WeeklyHours } from '@yikezhong/shared/outlet/outlet.contract'

/** Statuses residents see in lists and on the map; closed and moved outlets are history. */
export const listedStatuses: readonly OutletStatus[] = ['operating', 'suspended', 'unverified']

export const isListed = (status: OutletStatus): boolean => listedStatuses.includes(status)

export interface OutletFacts {
  id: string
  name: string
  formatCode: string
  communityCode: string
  status: OutletStatus
  lng: number
  lat: number
  searchText: string
  address: string
  phone: string | null
  hours: WeeklyHours | null
  priceNote: string | null
  services: readonly string[]
  accessible: readonly string[]
  offer: string | null
  lastConfirmedOn: string | null
  isDemo: boolean
}

/** A listed outlet as searches need it: its facts, and its part of an answer written once per change. */
export class OutletRow {
  readonly id: string
  readonly name: string
  readonly formatCode: string
  readonly communityCode: string
  readonly status: OutletStatus
  readonly lng: number
  readonly lat: number
  readonly searchText: string
  readonly services: readonly string[]
  readonly lastConfirmedOn: string | null
  readonly isDemo: boolean
  /** UTF-8 of the summary up to and including `"openNow":`, what depends on time and origin comes after. */
  readonly json: Buffer
  private readonly hours: WeeklyHours | null
  private open: boolean | null = null
  private openFrom = Number.POSITIVE_INFINITY
  private openUntil = Number.NEGATIVE_INFINITY

  constructor(facts: OutletFacts) {
    this.id = facts.id
    this.name = facts.name
    this.formatCode = facts.formatCode
    this.communityCode = facts.communityCode
    this.status = facts.status
    this.lng = facts.lng
    this.lat = facts.lat
    this.searchText = facts.searchText
    this.services = facts.services
    this.lastConfirmedOn = facts.lastConfirmedOn
    this.isDemo = facts.isDemo
    this.hours = facts.hours
    this.json = Buffer.from(`${JSON.stringify(stableFields(facts)).slice(0, -1)},"openNow":`)
  }

  get location() {
    return { lng: this.lng, lat: this.lat }
  }

  /** Whether it is open at an instant (milliseconds); null when unknown. Kept until the reading can change. */
  openAt(nowMs: number): boolean | null {
    if (nowMs >= this.openFrom && nowMs < this.openUntil) return this.open
    const reading = openStateAt(this.hours, this.status, new Date(nowMs))
    this.open = isOpen(reading)
    this.openFrom = nowMs
    this.openUntil = reading.changesAt?.getTime() ?? Number.POSITIVE_INFINITY
    return this.open
  }

  /** True when the other row is found by the same searches at the same place. */
  isFoundLike(other: OutletRow): boolean {
    return (
      this.lng === other.lng &&
      this.lat === other.lat &&
      this.formatCode === other.formatCode &&
      this.communityCode === other.communityCode &&
      this.searchText === other.searchText &&
      this.services.join() === other.services.join()
    )
  }
}

type StableFields = Omit<OutletSummary, 'openNow' | 'distanceMeters' | 'walkMinutes'>

const stableFields = (facts: OutletFacts): StableFields => ({
  id: facts.id,
  name: facts.name,
  formatCode: facts.formatCode,
  isDemo: facts.isDemo,
  status: facts.status,
  location: { lng: facts.lng, lat: facts.lat },
  address: facts.address,
  phone: facts.phone,
  hours: facts.hours,
  priceNote: facts.priceNote,
  services: [...facts.services],
  accessible: [...facts.accessible],
  offer: facts.offer,
  lastConfirmedOn: facts.lastConfirmedOn,
})

/** Numeric order of ids written in decimal. */
export const compareIds = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)

import { Injectable } from '@nestjs/common'
import type { Location } from '@yikezhong/shared/http/primitives'
import { DomainError } from '../../../platform/http/domain-error.js'
import { CircleService, CityPack } from '../../circle/index.js'
import type { Box } from './cell.js'
import { everything, type OutletFilter } from './outlet-filter.js'
import { Vocabulary } from './vocabulary.js'

/** What every search over outlets can be narrowed by. */
export interface FilterQuery {
  format?: string | undefined
  service?: string | undefined
  keyword?: string | undefined
  openNow?: boolean | undefined
  circleId?: string | undefined
  communityCode?: string | undefined
}

export interface PlaceQuery extends FilterQuery {
  lng?: number | undefined
  lat?: number | undefined
  radiusMeters?: number | undefined
}

/** A quarter of an hour on foot. */
const walkableMeters = 1200

/** Turns what a person asked into a filter, an origin and a radius, or into the refusal that applies. */
@Injectable()
export class PlaceReader {
  constructor(
    private readonly circles: CircleService,
    private readonly pack: CityPack,
    private readonly vocabulary: Vocabulary,
  ) {}

  filterOf(query: FilterQuery): OutletFilter {
    if (query.communityCode !== undefined) this.circles.assertDivision(query.communityCode)
    return {
      ...everything,
      formats: this.vocabulary.requireFormats(query.format),
      service: this.vocabulary.requireService(query.service),
      communities: query.circleId === undefined ? null : this.communitiesOf(query.circleId),
      divisions: query.communityCode === undefined ? [] : [query.communityCode],
      terms: this.vocabulary.terms(query.keyword),
      openOnly: query.openNow === true,
    }
  }

  communitiesOf(circleId: string): ReadonlySet<string> {
    return new Set(this.circles.assertCircle(circleId).communities.map(({ code }) => code))
  }

  /** Where distance is counted from, and how far it reaches; no limit inside a circle or community. */
  reachOf(query: PlaceQuery): { origin: Location; radiusMeters: number | null } {
    const point = this.pointOf(query)
    const origin = point ?? this.centreOf(query)
    if (!origin) throw new DomainError('PLACE_REQUIRED')
    const isInsideArea = query.circleId !== undefined || query.communityCode !== undefined
    return { origin, radiusMeters: query.radiusMeters ?? (isInsideArea ? null : walkableMeters) }
  }

  /** The box of a map, or a refusal when none of it lies in the city. */
  boxOf({ west, south, east, north }: Box): Box {
    if (west >= east || south >= north) {
      const message = '查询参数 west、south、east、north:须西小于东、南小于北'
      throw new DomainError('VALIDATION_FAILED', [{ path: 'query', message }])
    }
    const { bounds } = this.pack.city
    const isOutside = west > bounds.east || east < bounds.west || south > bounds.north || north < bounds.south
    if (isOutside) throw new DomainError('LOCATION_OUT_OF_RANGE')
    return { west, south, east, north }
  }

  contains(point: Location): boolean {
    return this.pack.contains(point)
  }

  private pointOf({ lng, lat }: PlaceQuery): Location | null {
    if (lng === undefined && lat === undefined) return null
    if (lng === undefined || lat === undefined) {
      const missing = lng === undefined ? 'lng' : 'lat'
      const message = `查询参数 ${missing}：经度和纬度须一起提供`
      throw new DomainError('VALIDATION_FAILED', [{ path: `query.${missing}`, message }])
    }
    if (!this.contains({ lng, lat })) throw new DomainError('LOCATION_OUT_OF_RANGE')
    return { lng, lat }
  }

  private centreOf({ circleId, communityCode }: PlaceQuery): Location | undefined {
    const centre = communityCode === undefined ? undefined : this.circles.communityCentre(communityCode)
    return centre ?? (circleId === undefined ? undefined : this.circles.assertCircle(circleId).centre)
  }
}

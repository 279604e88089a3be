import type { Division as DivisionView } from '@yikezhong/shared/circle/circle.contract'
import type { Location } from '@yikezhong/shared/http/primitives'
import type { Circle, CircleCommunity } from './circle.entity.js'
import type { Division } from './division.entity.js'
import type { DivisionAlias } from './division-alias.entity.js'

/** 生活圈 as other modules see it; communities stand in annex 2's order, the centre first. */
export interface CircleView {
  id: string
  code: string
  no: number
  name: string
  shortName: string
  buildYear: number
  centre: Location
  communities: readonly CommunityOfCircle[]
}

interface CommunityOfCircle {
  code: string
  name: string
  shortName: string
  isCentre: boolean
}

/** 行政区划 as other modules see it; `centre` is null where nobody has recorded one. */
export interface DivisionDetail extends DivisionView {
  kind: string
  validFrom: string
  validUntil: string | null
  centre: Location | null
}

export interface CircleTables {
  revision: number
  circles: Circle[]
  memberships: CircleCommunity[]
  divisions: Division[]
  aliases: DivisionAlias[]
}

/** The tables of this module at one revision, indexed the ways they are asked for. */
export class CircleSnapshot {
  readonly revision: number
  /** In the plan's order, without circles that ended. */
  readonly circles: readonly CircleView[]
  readonly circleById: ReadonlyMap<string, CircleView>
  readonly circlesByCommunity: ReadonlyMap<string, readonly CircleView[]>
  readonly divisions: ReadonlyMap<string, DivisionDetail>
  readonly childrenOf: ReadonlyMap<string | null, readonly DivisionDetail[]>
  readonly aliases: ReadonlyMap<string, string>

  constructor(tables: CircleTables) {
    this.revision = tables.revision
    const divisions = tables.divisions.map(viewDivision).sort((a, b) => (a.code < b.code ? -1 : 1))
    this.divisions = new Map(divisions.map((division) => [division.code, division]))
    this.childrenOf = group(divisions, (division) => [division.parentCode])
    this.aliases = new Map(tables.aliases.map(({ alias, code }) => [alias, code]))
    this.circles = tables.circles
      .filter((circle) => circle.endedOn === null)
      .sort((a, b) => a.no - b.no)
      .map((circle) => this.viewCircle(circle, tables.memberships))
    this.circleById = new Map(this.circles.map((circle) => [circle.id, circle]))
    this.circlesByCommunity = group(this.circles, (circle) => circle.communities.map(({ code }) => code))
  }

  private viewCircle(circle: Circle, memberships: CircleCommunity[]): CircleView {
    const { id, code, no, name, shortName, buildYear, lng, lat } = circle
    const communities = memberships
      .filter((membership) => membership.circleId === id)
      .sort((a, b) => a.position - b.position)
      .map(({ communityCode, isCentre }) => this.viewCommunity(communityCode, isCentre))
    return { id, code, no, name, shortName, buildYear, centre: { lng, lat }, communities }
  }

  private viewCommunity(code: string, isCentre: boolean): CommunityOfCircle {
    const division = this.divisions.get(code)
    // A pack with such a circle does not load; reaching this means rows were changed by hand.
    if (!division) throw new Error(`circle_community names ${code}, which is no division`)
    return { code, name: division.name, shortName: division.shortName, isCentre }
  }
}

function viewDivision(row: Division): DivisionDetail {
  const { code, name, shortName, level, parentCode, kind, validFrom, validUntil, lng, lat } = row
  const centre = lng === null || lat === null ? null : { lng, lat }
  return { code, name, shortName, level, parentCode, kind, validFrom, validUntil, centre }
}

function group<T, K>(rows: readonly T[], keysOf: (row: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  return groups
}

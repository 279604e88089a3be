import { Injectable } from '@nestjs/common'
import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import type { BureauOutlet, listBureauOutlets } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { type Freshness, freshnessDays, freshnessOf } from '@yikezhong/shared/outlet/freshness'
import type { OutletStatus } from '@yikezhong/shared/outlet/outlet.contract'
import { cityDay } from '@yikezhong/shared/time/city-day'
import type { SelectQueryBuilder } from 'typeorm'
import type { StaffActor } from '../../platform/auth/actor.js'
import { inScope, requireDivision, scopePrefix } from '../../platform/auth/scope.js'
import { sqlId } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { cutPage } from '../../platform/http/cursor.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { CircleService } from '../circle/index.js'
import { Outlet } from './outlet.entity.js'
import { decodeRegisterCursor, encodeRegisterCursor } from './register-cursor.js'
import { PlaceReader } from './search/place.js'
import { Vocabulary } from './search/vocabulary.js'

export interface RegisterQuery {
  keyword?: string | undefined
  format?: string | undefined
  status?: OutletStatus | undefined
  freshness?: Freshness | undefined
  divisionCode?: string | undefined
  circleId?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

const defaultLimit = 50
const dayMs = 86_400_000

/** 网点清册: every outlet of an officer's division, whatever its status, by community and name. */
@Injectable()
export class BureauOutlets {
  constructor(
    private readonly tx: Tx,
    private readonly circles: CircleService,
    private readonly place: PlaceReader,
    private readonly vocabulary: Vocabulary,
    private readonly clock: Clock,
  ) {}

  async list(officer: StaffActor, query: RegisterQuery): Promise<ResponseOf<typeof listBureauOutlets>> {
    const today = cityDay(this.clock.now())
    const matching = this.matching(officer, query, today)
    const question = questionOf(officer, query)
    const total = await matching.getCount()
    const limit = query.limit ?? defaultLimit
    if (query.cursor !== undefined) startAfter(matching, query.cursor, question)
    const rows = await matching
      .orderBy({ 'o.communityCode': 'ASC', 'o.nameSort': 'ASC', 'o.id': 'ASC' })
      .limit(limit + 1)
      .getMany()
    const page = cutPage(rows, limit, (last) => encodeRegisterCursor(last, question))
    const items = page.rows.map((outlet) => this.present(outlet, today))
    return { items, nextCursor: page.nextCursor, total }
  }

  /** Refuses a circle that has nothing inside the officer's division; answers its communities. */
  requireCircle(officer: StaffActor, circleId: string): ReadonlySet<string> {
    const communities = this.place.communitiesOf(circleId)
    if (![...communities].some((code) => inScope(officer, code)))
      throw new DomainError('DIVISION_OUT_OF_SCOPE')
    return communities
  }

  private matching(officer: StaffActor, query: RegisterQuery, today: string): SelectQueryBuilder<Outlet> {
    const rows = this.tx
      .repo(Outlet)
      .createQueryBuilder('o')
      .where('o.communityCode LIKE :scope', { scope: scopePrefix(officer) })
    if (query.divisionCode !== undefined) {
      requireDivision(officer, query.divisionCode)
      rows.andWhere('o.communityCode LIKE :division', { division: `${query.divisionCode}%` })
    }
    if (query.circleId !== undefined) {
      const communities = [...this.requireCircle(officer, query.circleId)]
      rows.andWhere('o.communityCode IN (:...communities)', { communities })
    }
    const formats = this.vocabulary.requireFormats(query.format)
    if (formats) rows.andWhere('o.formatCode IN (:...formats)', { formats: [...formats] })
    if (query.status !== undefined) rows.andWhere('o.status = :status', { status: query.status })
    if (query.freshness !== undefined) whereFreshness(rows, query.freshness, today)
    this.whereKeyword(rows, query.keyword)
    return rows
  }

  private whereKeyword(rows: SelectQueryBuilder<Outlet>, keyword: string | undefined) {
    this.vocabulary.terms(keyword).forEach(({ text, formats }, at) => {
      const found = `LOCATE(:text${at}, o.searchText) > 0 OR LOCATE(:text${at}, LOWER(o.address) COLLATE utf8mb4_bin) > 0`
      const named = formats.size > 0 ? ` OR o.formatCode IN (:...formats${at})` : ''
      rows.andWhere(`(${found}${named})`, { [`text${at}`]: text, [`formats${at}`]: [...formats] })
    })
  }

  private present(outlet: Outlet, today: string): BureauOutlet {
    const { id, name, formatCode, status, communityCode, address, phone, isChain, isDemo, lng, lat } = outlet
    return {
      ...{ id, name, formatCode, status, communityCode, address, phone, isChain, isDemo },
      formatName: this.vocabulary.formatName(formatCode),
      communityName: this.circles.divisionName(communityCode) ?? communityCode,
      lastConfirmedOn: outlet.lastConfirmedOn,
      freshness: freshnessOf(outlet.lastConfirmedOn, today),
      location: { lng, lat },
    }
  }
}

function whereFreshness(rows: SelectQueryBuilder<Outlet>, freshness: Freshness, today: string) {
  const daysAgo = (days: number) => cityDay(new Date(Date.parse(`${today}T00:00:00+08:00`) - days * dayMs))
  const days = { freshSince: daysAgo(freshnessDays.fresh), usableSince: daysAgo(freshnessDays.ageing) }
  const conditions: Record<Freshness, string> = {
    fresh: 'o.lastConfirmedOn >= :freshSince',
    ageing: 'o.lastConfirmedOn >= :usableSince AND o.lastConfirmedOn < :freshSince',
    stale: 'o.lastConfirmedOn < :usableSince',
    never: 'o.lastConfirmedOn IS NULL',
  }
  rows.andWhere(conditions[freshness], days)
}

/** Written out, because a row comparison does not use the index on MariaDB. */
function startAfter(rows: SelectQueryBuilder<Outlet>, cursor: string, question: string) {
  const after = decodeRegisterCursor(cursor, question)
  if (!after) throw new DomainError('VALIDATION_FAILED')
  rows.andWhere(
    `o.communityCode >= :afterCommunity AND (o.communityCode > :afterCommunity OR o.nameSort > :afterName
      OR (o.nameSort = :afterName AND o.id > :afterId))`,
    { afterCommunity: after.communityCode, afterName: after.nameSort, afterId: sqlId(after.id) },
  )
}

const questionOf = (officer: StaffActor, query: RegisterQuery): string => {
  const { keyword, format, status, freshness, divisionCode, circleId } = query
  return JSON.stringify([officer.divisionCode, keyword, format, status, freshness, divisionCode, circleId])
}

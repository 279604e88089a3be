import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import type { Location } from '@yikezhong/shared/http/primitives'
import { cityDay } from '@yikezhong/shared/time/city-day'
import { DataSource, type EntityManager } from 'typeorm'
import { Tx } from '../../platform/database/tx.js'
import { DomainError } from '../../platform/http/domain-error.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Circle, CircleCommunity } from './circle.entity.js'
import { CircleSnapshot, type CircleTables, type CircleView, type DivisionDetail } from './circle-snapshot.js'
import { Division } from './division.entity.js'
import { DivisionAlias } from './division-alias.entity.js'

const REFRESH_MS = 10_000
const empty = { revision: -1, circles: [], memberships: [], divisions: [], aliases: [] }

/**
 * 生活圈与区划, answered from memory: a thousand rows that change when a pack is loaded. A load in this process shows
 * at once, one elsewhere within ten seconds. Ready from this module's `onModuleInit` on.
 */
@Injectable()
export class CircleService implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(CircleService.name)
  private snapshot = new CircleSnapshot(empty)
  private timer?: NodeJS.Timeout

  constructor(
    private readonly dataSource: DataSource,
    private readonly tx: Tx,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh()
    this.timer = setInterval(() => {
      this.refreshIfChanged().catch((error: unknown) => this.logger.warn(`circles not refreshed: ${error}`))
    }, REFRESH_MS)
    this.timer.unref()
  }

  onModuleDestroy(): void {
    clearInterval(this.timer)
  }

  /** Reads everything again. Outside the caller's transaction: what it has not committed is nobody's business yet. */
  async refresh(): Promise<void> {
    // One snapshot of the database, so a load that commits meanwhile cannot be seen by halves.
    const tables = await this.tx.detached(() => this.dataSource.transaction('REPEATABLE READ', readTables))
    this.snapshot = new CircleSnapshot(tables)
  }

  async refreshIfChanged(): Promise<void> {
    if ((await readRevision(this.dataSource.manager)) !== this.snapshot.revision) await this.refresh()
  }

  /** Every circle, in the plan's order. */
  circles(): readonly CircleView[] {
    return this.snapshot.circles
  }

  circleById(id: string): CircleView | undefined {
    return this.snapshot.circleById.get(id)
  }

  /** The circle, or the refusal CIRCLE_UNKNOWN. */
  assertCircle(id: string): CircleView {
    const circle = this.circleById(id)
    if (!circle) throw new DomainError('CIRCLE_UNKNOWN')
    return circle
  }

  circlesOfCommunity(communityCode: string): readonly CircleView[] {
    return this.snapshot.circlesByCommunity.get(communityCode) ?? []
  }

  /** Codes of a circle's communities; none for an unknown circle. */
  communityCodesOf(circleId: string): string[] {
    return this.circleById(circleId)?.communities.map(({ code }) => code) ?? []
  }

  /** 数据范围: circles with at least one community inside the division. */
  circlesInScope(divisionCode: string): CircleView[] {
    return this.circles().filter((circle) =>
      circle.communities.some(({ code }) => code.startsWith(divisionCode)),
    )
  }

  /** A division by its code, also one that has ended: records keep pointing at it. */
  division(code: string): DivisionDetail | undefined {
    return this.snapshot.divisions.get(code)
  }

  divisionName(code: string): string | undefined {
    return this.division(code)?.name
  }

  /** The division if it is in force today, or the refusal DIVISION_UNKNOWN. */
  assertDivision(code: string): DivisionDetail {
    const division = this.division(code)
    if (!division || !this.inForce(division)) throw new DomainError('DIVISION_UNKNOWN')
    return division
  }

  /** Divisions in force one level below; without a parent, the city itself. */
  divisionsBelow(parentCode: string | null): DivisionDetail[] {
    return (this.snapshot.childrenOf.get(parentCode) ?? []).filter((division) => this.inForce(division))
  }

  /** For imports: a code or a recorded alias. Names are not keys (向阳社区 exists twice) and are never guessed. */
  divisionByCodeOrAlias(text: string): DivisionDetail | undefined {
    return this.division(this.snapshot.aliases.get(text) ?? text)
  }

  /** 社区中心点, approximate until captured on site; undefined where there is none. */
  communityCentre(code: string): Location | undefined {
    return this.division(code)?.centre ?? undefined
  }

  private inForce({ validFrom, validUntil }: DivisionDetail): boolean {
    const today = cityDay(this.clock.now())
    return validFrom <= today && (validUntil === null || today < validUntil)
  }
}

async function readTables(manager: EntityManager): Promise<CircleTables> {
  return {
    revision: await readRevision(manager),
    circles: await manager.find(Circle),
    memberships: await manager.find(CircleCommunity),
    divisions: await manager.find(Division),
    aliases: await manager.find(DivisionAlias),
  }
}

/** Grows with every load that changed a table; -1 before the first. */
async function readRevision(manager: EntityManager): Promise<number> {
  const [row] = await manager.query('SELECT MAX(revision) AS revision FROM city_pack')
  return Number(row.revision ?? -1)
}

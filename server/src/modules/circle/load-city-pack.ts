import { Injectable } from '@nestjs/common'
import { cityDay } from '@yikezhong/shared/time/city-day'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { Circle, CircleCommunity } from './circle.entity.js'
import { CircleService } from './circle.service.js'
import { CityPackError } from './city-pack.files.js'
import type { CityPack } from './city-pack.js'
import { CityPackState, CityPackVersion } from './city-pack-version.entity.js'
import { Division } from './division.entity.js'
import { DivisionAlias } from './division-alias.entity.js'
import { followPack, type TableChanges } from './pack-table.js'

/** What a load changed, table by table, and the files whose content was new. */
export interface LoadReport {
  tables: TableChanges[]
  newFiles: string[]
  changed: boolean
}

/** 载入城市包: makes the tables say what the pack says, all or nothing, and reports what that changed. */
@Injectable()
export class LoadCityPack {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly circles: CircleService,
  ) {}

  execute(pack: CityPack): Promise<LoadReport> {
    return this.tx.run(async (manager) => {
      await this.takeTurn(manager, pack)
      const tables = [
        await followPack(manager, this.divisions(pack)),
        await followPack(manager, aliases(pack)),
        await followPack(manager, this.circleTable(pack)),
        await this.circleCommunities(manager, pack),
      ]
      const changed = tables.some(({ added, updated, ended }) => added + updated + ended > 0)
      const newFiles = await this.recordFiles(manager, pack)
      this.tx.afterCommit(() => this.circles.refresh())
      const report = { tables, newFiles, changed }
      if (changed) await this.markChanged(manager, pack)
      if (changed || newFiles.length > 0) await this.record(pack, report)
      return report
    })
  }

  /** The upsert locks the city's row to the end, so two loaders follow each other instead of colliding. */
  private async takeTurn(manager: EntityManager, pack: CityPack): Promise<void> {
    const { code, name } = pack.city
    await manager.query(
      'INSERT INTO city_pack (city_code, revision) VALUES (?, 0) ON DUPLICATE KEY UPDATE city_code = VALUES(city_code)',
      [code],
    )
    const other = (await manager.find(CityPackState)).find((state) => state.cityCode !== code)
    if (other)
      throw new CityPackError(
        'city.json',
        null,
        `this database serves ${other.cityCode}, not ${code} ${name}`,
      )
  }

  private divisions(pack: CityPack) {
    const today = cityDay(this.clock.now())
    const centres = new Map(pack.content.communityCentres.map((row) => [row.code, row]))
    const wanted = pack.content.divisions.map((row) => {
      const centre = centres.get(row.code)
      return {
        ...row,
        lng: centre?.lng ?? null,
        lat: centre?.lat ?? null,
        centreApproximate: centre?.approximate ?? null,
        centreSource: centre?.source ?? null,
      }
    })
    return {
      entity: Division,
      key: (row: Partial<Division>) => String(row.code),
      wanted,
      // Records keep pointing at an abolished division, so it ends instead of going.
      end: (row: Division) => (row.validUntil === null ? { validUntil: today } : null),
    }
  }

  private circleTable(pack: CityPack) {
    const today = cityDay(this.clock.now())
    const wanted = pack.content.circles.map(({ communities: _, centre, ...circle }) => ({
      ...circle,
      lng: centre.lng,
      lat: centre.lat,
      centreApproximate: centre.approximate,
      centreSource: centre.source,
      endedOn: null,
    }))
    return {
      entity: Circle,
      key: (row: Partial<Circle>) => String(row.code),
      wanted,
      complete: (row: Partial<Circle>) => ({ ...row, id: this.ids.next() }),
      end: (row: Circle) => (row.endedOn === null ? { endedOn: today } : null),
    }
  }

  private async circleCommunities(manager: EntityManager, pack: CityPack): Promise<TableChanges> {
    const idOf = new Map((await manager.find(Circle)).map((circle) => [circle.code, circle.id]))
    const wanted = pack.content.circles.flatMap((circle) =>
      circle.communities.map((community, position) => ({
        circleId: idOf.get(circle.code),
        communityCode: community.code,
        isCentre: community.isCentre,
        position,
      })),
    )
    const key = (row: Partial<CircleCommunity>) => `${row.circleId} ${row.communityCode}`
    return followPack(manager, { entity: CircleCommunity, key, wanted })
  }

  private async recordFiles(manager: EntityManager, pack: CityPack): Promise<string[]> {
    const versions = await manager.find(CityPackVersion, { order: { id: 'ASC' } })
    const latest = new Map(versions.map((version) => [version.file, version.sha256]))
    const fresh = pack.content.digests.filter(({ file, sha256 }) => latest.get(file) !== sha256)
    const loadedAt = this.clock.now()
    await manager.insert(
      CityPackVersion,
      fresh.map((digest) => ({ ...digest, id: this.ids.next(), loadedAt })),
    )
    return fresh.map(({ file }) => file)
  }

  private async markChanged(manager: EntityManager, pack: CityPack): Promise<void> {
    await manager.query('UPDATE city_pack SET revision = revision + 1, loaded_at = ? WHERE city_code = ?', [
      this.clock.now(),
      pack.city.code,
    ])
  }

  private record(pack: CityPack, { tables, newFiles }: LoadReport): Promise<void> {
    return this.audit.append({
      actor: 'command:load-city',
      action: 'city-pack.load',
      subject: `city-pack:${pack.city.code}`,
      divisionCode: null,
      detail: { tables, newFiles },
    })
  }
}

const aliases = (pack: CityPack) => ({
  entity: DivisionAlias,
  key: (row: Partial<DivisionAlias>) => String(row.alias),
  wanted: pack.content.divisionAliases,
})

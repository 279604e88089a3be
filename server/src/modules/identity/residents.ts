import { Injectable } from '@nestjs/common'
import type { Resident as ResidentWire } from '@yikezhong/shared/identity/identity.contract'
import { In } from 'typeorm'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { presentResident } from './identity.presenter.js'
import { Members } from './members.js'
import { Resident } from './resident.entity.js'

/** 居民: reads. */
@Injectable()
export class Residents {
  constructor(
    private readonly tx: Tx,
    private readonly members: Members,
  ) {}

  async wire(id: string): Promise<ResidentWire> {
    const resident = await this.tx.repo(Resident).findOneByOrFail({ id })
    return presentResident(resident, await this.members.ofResident(id))
  }

  /** The last four digits of each resident's phone, for a clerk to recognise a customer by. */
  async phoneTails(ids: readonly string[]): Promise<Map<string, string | null>> {
    if (ids.length === 0) return new Map()
    const rows = await this.tx.repo(Resident).find({
      select: { id: true, phoneTail: true },
      where: { id: In(sqlIds(ids)) },
    })
    return new Map(rows.map(({ id, phoneTail }) => [id, phoneTail]))
  }
}

import { Inject, Injectable } from '@nestjs/common'
import type { StaffRole } from '@yikezhong/shared/http/access'
import { In } from 'typeorm'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { chunks } from '../../platform/database/chunks.js'
import { blindIndex } from '../../platform/database/encryption.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { demoOpenid } from './demo-logins.js'
import type { Membership } from './members.js'
import { MerchantMember } from './merchant-member.entity.js'
import { hashPassword } from './passwords.js'
import { Resident } from './resident.entity.js'
import { Session, type SessionKind } from './session.entity.js'
import { StaffAccount } from './staff-account.entity.js'
import { appidOf } from './wechat/wechat.providers.js'

export interface DemoResident {
  nickname: string
  phone: string
  /** Unique among demo residents; those without a log-in have one too, which no login offers. */
  wechatCode: string
  membership?: Membership
}

export interface DemoStaff {
  username: string
  password: string
  displayName: string
  role: StaffRole
  divisionCode: string
  divisionName: string
}

/** 示例人物: the door through which the demo world's people come and go. */
@Injectable()
export class IdentityDemo {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  exists(): Promise<boolean> {
    return this.tx.repo(Resident).existsBy({ isDemo: true })
  }

  /** Answers the ids in the order given. */
  seedResidents(people: readonly DemoResident[]): Promise<string[]> {
    const residents = people.map((person) => this.resident(person))
    const members = people.flatMap(({ membership }, at) =>
      membership ? [this.member(residents[at]?.id ?? '', membership)] : [],
    )
    return this.tx.run(async (manager) => {
      for (const rows of chunks(residents)) await manager.insert(Resident, rows)
      if (members.length > 0) await manager.insert(MerchantMember, members)
      return residents.map(({ id }) => id)
    })
  }

  /** One hash per distinct password. */
  async seedStaff(staff: readonly DemoStaff[]): Promise<void> {
    const distinct = [...new Set(staff.map(({ password }) => password))]
    const hashes = new Map(await Promise.all(distinct.map(hashedPair)))
    const createdAt = this.clock.now()
    const accounts = staff.map(({ password, ...appointment }) => {
      const passwordHash = hashes.get(password) ?? ''
      return { ...appointment, id: this.ids.next(), passwordHash, isDemo: true, createdAt }
    })
    await this.tx.repo(StaffAccount).insert(accounts)
  }

  /** Removes demo residents and staff with their sessions; answers how many people went. */
  remove(): Promise<number> {
    return this.tx.run(async (manager) => {
      const residents = await manager.find(Resident, { where: { isDemo: true }, select: { id: true } })
      const staff = await manager.find(StaffAccount, { where: { isDemo: true }, select: { id: true } })
      await this.removeSessions('resident', residents)
      await this.removeSessions('staff', staff)
      for (const rows of chunks(residents)) {
        await manager.delete(MerchantMember, { residentId: In(sqlIds(rows.map(({ id }) => id))) })
      }
      await manager.delete(MerchantMember, { isDemo: true })
      await manager.delete(Resident, { isDemo: true })
      await manager.delete(StaffAccount, { isDemo: true })
      return residents.length + staff.length
    })
  }

  private resident({ nickname, phone, wechatCode }: DemoResident) {
    return {
      id: this.ids.next(),
      appid: appidOf(this.config),
      openid: demoOpenid(wechatCode),
      unionid: null,
      nickname,
      phone,
      phoneIndex: blindIndex('resident.phone', phone),
      phoneTail: phone.slice(-4),
      isDemo: true,
      createdAt: this.clock.now(),
    }
  }

  private member(residentId: string, membership: Membership) {
    return { ...membership, id: this.ids.next(), residentId, isDemo: true, createdAt: this.clock.now() }
  }

  private async removeSessions(kind: SessionKind, subjects: readonly { id: string }[]): Promise<void> {
    for (const rows of chunks(subjects)) {
      await this.tx.repo(Session).delete({ kind, subjectId: In(sqlIds(rows.map(({ id }) => id))) })
    }
  }
}

async function hashedPair(password: string): Promise<[string, string]> {
  return [password, await hashPassword(password)]
}

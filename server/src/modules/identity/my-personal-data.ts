import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Tx } from '../../platform/database/tx.js'
import { MerchantMember } from './merchant-member.entity.js'
import { PersonalData } from './personal-data.js'
import { Resident } from './resident.entity.js'
import { Session } from './session.entity.js'

/** What the identity floor itself keeps about a resident. */
@Injectable()
export class MyPersonalData implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly tx: Tx,
  ) {}

  onModuleInit() {
    const sections = [
      { name: 'profile', title: '账号资料', order: 10, rows: (id: string) => this.profile(id) },
      { name: 'memberships', title: '商户成员身份', order: 20, rows: (id: string) => this.memberships(id) },
      { name: 'sessions', title: '登录记录', order: 90, rows: (id: string) => this.sessions(id) },
    ]
    for (const section of sections) this.personalData.register(section)
  }

  private async profile(id: string) {
    const resident = await this.tx.repo(Resident).findOneByOrFail({ id })
    return [
      {
        编号: resident.id,
        昵称: resident.nickname,
        手机号: resident.phone,
        微信标识: resident.openid,
        微信开放平台标识: resident.unionid,
        注册时间: resident.createdAt.toISOString(),
        申请注销时间: resident.deletionRequestedAt?.toISOString() ?? null,
      },
    ]
  }

  private async memberships(residentId: string) {
    const rows = await this.tx.repo(MerchantMember).find({ where: { residentId }, order: { id: 'ASC' } })
    return rows.map((row) => ({
      商户编号: row.merchantId,
      身份: row.role === 'owner' ? '店主' : '店员',
      加入时间: row.createdAt.toISOString(),
    }))
  }

  private async sessions(subjectId: string) {
    const rows = await this.tx
      .repo(Session)
      .find({ where: { kind: 'resident', subjectId }, order: { id: 'ASC' } })
    return rows.map((row) => ({
      登录时间: row.createdAt.toISOString(),
      最近使用: row.lastSeenAt.toISOString(),
    }))
  }
}

import { Injectable } from '@nestjs/common'
import type { MerchantRole } from '@yikezhong/shared/http/access'
import { Tx } from '../../platform/database/tx.js'
import { Ids } from '../../platform/runtime/ids.js'
import { MerchantMember } from './merchant-member.entity.js'

export interface Membership {
  merchantId: string
  role: MerchantRole
}

/** 商户成员: which merchants a resident acts for. */
@Injectable()
export class Members {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
  ) {}

  async ofResident(residentId: string): Promise<Membership[]> {
    const rows = await this.tx.repo(MerchantMember).find({ where: { residentId }, order: { id: 'ASC' } })
    return rows.map(({ merchantId, role }) => ({ merchantId, role }))
  }

  /** Adds a member, or changes the role of one who is there already. */
  async put(residentId: string, { merchantId, role }: Membership, isDemo = false): Promise<void> {
    await this.tx
      .repo(MerchantMember)
      .createQueryBuilder()
      .insert()
      .values({ id: this.ids.next(), residentId, merchantId, role, isDemo })
      .orUpdate(['role'])
      .execute()
  }

  async remove(residentId: string, merchantId: string): Promise<void> {
    await this.tx.repo(MerchantMember).delete({ residentId, merchantId })
  }
}

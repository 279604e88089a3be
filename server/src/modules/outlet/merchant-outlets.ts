import { Injectable } from '@nestjs/common'
import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import type { listMerchantOutlets } from '@yikezhong/shared/outlet/outlet.contract'
import { In } from 'typeorm'
import type { ResidentActor } from '../../platform/auth/actor.js'
import { sqlIds } from '../../platform/database/sql-id.js'
import { Tx } from '../../platform/database/tx.js'
import { Merchant } from './merchant.entity.js'
import { Outlet } from './outlet.entity.js'
import { listedStatuses } from './search/outlet-row.js'

/** 我的网点: where a member may redeem. */
@Injectable()
export class MerchantOutlets {
  constructor(private readonly tx: Tx) {}

  async of(
    memberships: ResidentActor['memberships'],
  ): Promise<ResponseOf<typeof listMerchantOutlets>['items']> {
    const roles = new Map(memberships.map(({ merchantId, role }) => [merchantId, role]))
    const merchantIds = sqlIds([...roles.keys()])
    const merchants = await this.tx.repo(Merchant).findBy({ id: In(merchantIds) })
    const names = new Map(merchants.map(({ id, name }) => [id, name]))
    const outlets = await this.tx.repo(Outlet).find({
      where: { merchantId: In(merchantIds), status: In([...listedStatuses]) },
      order: { merchantId: 'ASC', nameSort: 'ASC', id: 'ASC' },
    })
    return outlets.map(({ id, name, formatCode, merchantId, isDemo }) => ({
      id,
      name,
      formatCode,
      merchantId,
      merchantName: names.get(merchantId) ?? '',
      role: roles.get(merchantId) ?? 'clerk',
      isDemo,
    }))
  }
}

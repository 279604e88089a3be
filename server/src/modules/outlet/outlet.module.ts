import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CircleModule } from '../circle/index.js'
import { IdentityModule } from '../identity/index.js'
import { BureauOutletController } from './bureau-outlet.controller.js'
import { BureauOutlets } from './bureau-outlets.js'
import { ConfirmOutlet } from './confirm-outlet.js'
import { CreateOutlets } from './create-outlets.js'
import { Formats } from './formats.js'
import { Merchant } from './merchant.entity.js'
import { MerchantOutlets } from './merchant-outlets.js'
import { OutletController } from './outlet.controller.js'
import { Outlet, OutletChange } from './outlet.entity.js'
import { OutletService } from './outlet.service.js'
import { OutletChanges } from './outlet-changes.js'
import { OutletDetail } from './outlet-detail.js'
import { OutletAccess, OutletConfirmation, OutletServiceItem, PriceItem } from './outlet-parts.entity.js'
import { OutletPrivacy } from './outlet-privacy.js'
import { RemoveDemoOutlets } from './remove-demo-outlets.js'
import { ChangeFeed } from './search/change-feed.js'
import { LoadRows } from './search/load-rows.js'
import { OutletIndex } from './search/outlet-index.js'
import { OutletSearch } from './search/outlet-search.js'
import { PlaceReader } from './search/place.js'
import { SqlSearch } from './search/sql-search.js'
import { Vocabulary } from './search/vocabulary.js'

const entities = [
  Merchant,
  Outlet,
  OutletAccess,
  OutletChange,
  OutletConfirmation,
  OutletServiceItem,
  PriceItem,
]

@Module({
  imports: [TypeOrmModule.forFeature(entities), CircleModule, IdentityModule],
  controllers: [OutletController, BureauOutletController],
  providers: [
    BureauOutlets,
    ChangeFeed,
    ConfirmOutlet,
    CreateOutlets,
    Formats,
    LoadRows,
    MerchantOutlets,
    OutletChanges,
    OutletDetail,
    OutletIndex,
    OutletPrivacy,
    OutletSearch,
    OutletService,
    PlaceReader,
    RemoveDemoOutlets,
    SqlSearch,
    Vocabulary,
  ],
  exports: [OutletService],
})
export class OutletModule {}

export type { NewMerchant, NewOutlet } from './create-outlets.js'
export { OutletModule, outletEntities } from './outlet.module.js'
export { type OutletRef, OutletService } from './outlet.service.js'

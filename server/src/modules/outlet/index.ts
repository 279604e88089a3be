export type { NewOutlet } from './create-outlets.js'
export { OutletModule } from './outlet.module.js'
export { type OutletRef, OutletService } from './outlet.service.js'

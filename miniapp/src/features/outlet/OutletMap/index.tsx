export { OutletMap } from './index.h5'

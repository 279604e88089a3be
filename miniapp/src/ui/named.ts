export { named } from './named.h5'

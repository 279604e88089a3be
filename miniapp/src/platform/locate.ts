export { locate } from './locate.h5'

export { fontScale } from './font-scale.h5'

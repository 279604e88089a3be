export { applyRootClass } from './root-class.h5'

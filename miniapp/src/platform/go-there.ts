export { goThere, useDestination } from './go-there.h5'

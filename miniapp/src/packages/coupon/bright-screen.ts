export { brightenScreen } from './bright-screen.h5'

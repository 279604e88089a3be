export { QrPicture } from './index.h5'

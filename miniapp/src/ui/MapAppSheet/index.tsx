export { MapAppSheet } from './index.h5'

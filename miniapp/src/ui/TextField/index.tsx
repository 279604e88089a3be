export { TextField } from './index.h5'

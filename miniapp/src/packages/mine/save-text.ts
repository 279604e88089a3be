export { saveText } from './save-text.h5'

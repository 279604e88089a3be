export { useEscape } from './use-escape.h5'

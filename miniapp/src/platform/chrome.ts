export { chrome } from './chrome.h5'

export { wechatCode } from './wechat-code.h5'

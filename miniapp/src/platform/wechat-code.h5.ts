/** On the web a code is typed: WeChat hands codes only to its mini-program. */
export const wechatCode: null | (() => Promise<string>) = null

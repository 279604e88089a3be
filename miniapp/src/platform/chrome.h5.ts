/** Room WeChat's status bar and capsule take at the top of a page, in dp; none on the web. */
export const chrome = { top: 0, capsuleWidth: 0 }

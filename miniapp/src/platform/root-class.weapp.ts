/** The tab bar is WeChat's own here. */
export const applyRootClass = (_classes: string) => {}

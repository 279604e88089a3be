/** The tab bar stands outside the pages, so the page root's classes go on the body too. */
export const applyRootClass = (classes: string) => {
  document.body.className = classes
}

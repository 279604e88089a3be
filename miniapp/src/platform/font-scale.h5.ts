/** A browser enlarges text by itself. */
export const fontScale = () => 1

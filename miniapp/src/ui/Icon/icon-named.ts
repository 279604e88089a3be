import { type IconName, iconNames } from './names'

const known = new Set<string>(iconNames)

/** A glyph named by the server's data, or the three dots when this build does not know it. */
export const iconNamed = (name: string): IconName => (known.has(name) ? (name as IconName) : 'dots')

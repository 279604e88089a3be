/** Street distance over straight distance in a built-up grid; replaced by the walking network when one is loaded. */
const detour = 1.3

/** Metres a minute: 4.5 km/h for most people, 3.4 km/h for the elder edition (长辈版). */
export const paces = { usual: 75, elder: 56 } as const

/** 步行时间: whole minutes for a straight distance in metres, at least 1. */
export const walkMinutes = (distanceMeters: number, pace: keyof typeof paces = 'usual') =>
  Math.max(1, Math.round((distanceMeters * detour) / paces[pace]))

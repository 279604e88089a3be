const z95 = 1.959963984540054

export interface Interval {
  low: number
  high: number
}

/** Wilson score interval at 95 % for `successes` of `n` (Wilson 1927); null for n = 0. */
export function wilson(successes: number, n: number): Interval | null {
  if (n === 0) return null
  const share = successes / n
  const z2 = z95 * z95
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

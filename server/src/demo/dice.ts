import { createHash } from 'node:crypto'

/** Randomness that comes out the same for the same seed, so that everybody's demo city is the same city. */
export class Dice {
  private state: number

  constructor(seed: string) {
    this.state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  }

  /** From 0 up to, not including, 1 (mulberry32). */
  share(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.share() < probability
  }

  pick<T>(options: readonly T[]): T {
    const picked = options[Math.floor(this.share() * options.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }

  shuffle<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.share() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  }

  /** A random part of `items`, in their order. */
  some<T>(items: readonly T[], probability: number): T[] {
    return items.filter(() => this.chance(probability))
  }
}

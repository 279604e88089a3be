import { randomBytes, randomInt } from 'node:crypto'

/** Randomness that rules and codes use; injected so that a test can own it. */
export abstract class Random {
  abstract bytes(size: number): Buffer
  /** An integer from 0 up to, not including, `below`. */
  abstract int(below: number): number
}

export class SystemRandom extends Random {
  bytes(size: number): Buffer {
    return randomBytes(size)
  }

  int(below: number): number {
    return randomInt(below)
  }
}

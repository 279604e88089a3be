import { Injectable } from '@nestjs/common'
import { Clock } from './clock.js'
import { Random } from './random.js'

const EPOCH_MS = Date.UTC(2025, 0, 1)
const NODE_BITS = 10n
const SEQUENCE_BITS = 12n
const LAST_SEQUENCE = (1 << Number(SEQUENCE_BITS)) - 1

/**
 * Identifiers: 63-bit integers as strings, 41 bits of milliseconds, 10 of node (random per process), 12 of sequence.
 * They grow within a process even when the clock steps back, so rows land at the end of their index.
 */
@Injectable()
export class Ids {
  private readonly node: bigint
  private lastMs = 0
  private sequence = 0

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    this.node = BigInt(random.int(1 << Number(NODE_BITS)))
  }

  next(): string {
    const now = this.clock.now().getTime() - EPOCH_MS
    if (now > this.lastMs) this.startMillisecond(now)
    else if (this.sequence < LAST_SEQUENCE) this.sequence++
    else this.startMillisecond(this.lastMs + 1)
    const high = (BigInt(this.lastMs) << NODE_BITS) | this.node
    return ((high << SEQUENCE_BITS) | BigInt(this.sequence)).toString()
  }

  /** A random start keeps two processes that drew the same node number apart. */
  private startMillisecond(ms: number) {
    this.lastMs = ms
    this.sequence = this.random.int(1024)
  }
}

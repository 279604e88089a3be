/** The time rules decide by; injected so that a test can own it. */
export abstract class Clock {
  abstract now(): Date
}

/**
 * The host's clock, corrected by how far it is from the database's, so that a host ten minutes off still opens and
 * closes coupon windows at the right moment and two hosts agree.
 */
export class SystemClock extends Clock {
  private offsetMs = 0

  now(): Date {
    return new Date(Date.now() + this.offsetMs)
  }

  /** Small differences are the round trip, not skew: correcting them would only make time jump. */
  correct(offsetMs: number) {
    this.offsetMs = Math.abs(offsetMs) < 1000 ? 0 : Math.round(offsetMs)
  }

  get skewMs() {
    return this.offsetMs
  }
}

import { SetMetadata } from '@nestjs/common'

export const EVERY = Symbol('every')

export interface Schedule {
  /** `noun.verb`; the row of its lease. */
  name: string
  seconds: number
}

/** Runs the method this often, on one node at a time, also right after the first boot. */
export const Every = (schedule: Schedule) => SetMetadata(EVERY, schedule)

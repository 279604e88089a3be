import { SetMetadata } from '@nestjs/common'

export const ON_EVENT = Symbol('on-event')

/** What an event carries: ids and little else, as the outbox keeps it. */
export type EventPayload = Readonly<Record<string, string | number | boolean | null>>

/**
 * Calls the method after `event` (`noun.past-verb`) was committed, at least once: it must bear running twice.
 * Each handler is retried by itself.
 */
export const OnEvent = (event: string) => SetMetadata(ON_EVENT, event)

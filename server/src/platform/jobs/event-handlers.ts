import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type MarkedMethod, MarkedMethods } from './methods.js'
import { ON_EVENT } from './on-event.js'

/** Every `@OnEvent` method, by event. */
@Injectable()
export class EventHandlers implements OnModuleInit {
  private handlers: MarkedMethod<string>[] = []

  constructor(private readonly methods: MarkedMethods) {}

  onModuleInit() {
    this.handlers = this.methods.find<string>(ON_EVENT)
  }

  namesFor(event: string): string[] {
    return this.handlers.filter((handler) => handler.metadata === event).map((handler) => handler.name)
  }

  find(name: string): MarkedMethod<string> | undefined {
    return this.handlers.find((handler) => handler.name === name)
  }
}

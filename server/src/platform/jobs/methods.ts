import { Injectable } from '@nestjs/common'
import { DiscoveryService, MetadataScanner } from '@nestjs/core'

/** A provider's method that carries some decorator's metadata. */
export interface MarkedMethod<M> {
  name: string
  metadata: M
  call(...args: unknown[]): Promise<unknown>
}

/** Finds the methods that `@OnEvent` and `@Every` mark. */
@Injectable()
export class MarkedMethods {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  find<M>(key: symbol): MarkedMethod<M>[] {
    const instances = new Set(this.discovery.getProviders().map((provider) => provider.instance))
    return [...instances].filter(isInstance).flatMap((instance) => this.ofInstance<M>(instance, key))
  }

  private ofInstance<M>(instance: Record<string, unknown>, key: symbol): MarkedMethod<M>[] {
    const prototype = Object.getPrototypeOf(instance)
    if (!prototype || prototype === Object.prototype) return []
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((method) => Reflect.hasMetadata(key, prototype[method]))
      .map((method) => ({
        name: `${instance.constructor.name}.${method}`,
        metadata: Reflect.getMetadata(key, prototype[method]),
        call: async (...args) => prototype[method].apply(instance, args),
      }))
  }
}

const isInstance = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

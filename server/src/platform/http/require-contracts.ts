import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { PATH_METADATA } from '@nestjs/common/constants.js'
import { DiscoveryService, MetadataScanner } from '@nestjs/core'
import { endpointOf } from './endpoint.decorator.js'

/** Refuses to boot with a route that no contract describes: nobody would have said who may call it. */
@Injectable()
export class RequireContracts implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap() {
    for (const { instance, name } of this.discovery.getControllers()) {
      const prototype = Object.getPrototypeOf(instance)
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method]
        const isRoute = Reflect.hasMetadata(PATH_METADATA, handler)
        if (isRoute && endpointOf(handler)?.access === undefined) {
          throw new Error(`${name}.${method} is a route without @Implements(endpoint)`)
        }
      }
    }
  }
}

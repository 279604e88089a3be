import { type DynamicModule, Global, Module, type ModuleMetadata } from '@nestjs/common'
import type { Actor } from '../src/platform/auth/actor.js'
import { Sessions } from '../src/platform/auth/sessions.js'
import type { Config } from '../src/platform/config/config.js'
import { PlatformModule } from '../src/platform/platform.module.js'

/** Bearer tokens that the platform's own specs log in with. */
export const tokens = {
  resident: 'resident-token-000000',
  clerk: 'clerk-token-000000000',
  officer: 'officer-token-0000000',
}

const actors: Record<string, Actor> = {
  [tokens.resident]: { kind: 'resident', sessionId: '1', residentId: '7', memberships: [] },
  [tokens.clerk]: {
    kind: 'resident',
    sessionId: '2',
    residentId: '8',
    memberships: [{ merchantId: '80', role: 'clerk' }],
  },
  [tokens.officer]: {
    kind: 'staff',
    sessionId: '3',
    staffId: '9',
    role: 'district',
    divisionCode: '620502',
    displayName: '王科长',
  },
}

class FixedSessions extends Sessions {
  override resolve(token: string) {
    return Promise.resolve(actors[token] ?? null)
  }
}

const sessions = { provide: Sessions, useClass: FixedSessions }

@Global()
@Module({ providers: [sessions], exports: [sessions] })
class FixedIdentity {}

/** The platform with fixed sessions and whatever a spec adds, without any domain module. */
export const platformOnly =
  (extra: ModuleMetadata = {}) =>
  (config: Config): DynamicModule => ({
    module: class PlatformOnly {},
    ...extra,
    imports: [PlatformModule.forRoot(config), FixedIdentity, ...(extra.imports ?? [])],
  })

import { Inject, Injectable } from '@nestjs/common'
import type { Endpoint } from '@yikezhong/shared/http/endpoint'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { CONFIG, type Config } from '../config/config.js'
import { DomainError } from './domain-error.js'

const perMinute = (keyPrefix: string, points: number) =>
  new RateLimiterMemory({ keyPrefix, points, duration: 60 })

/** 限流: fixed windows of a minute, one counter per key, so a hit costs the same whatever the limit. */
@Injectable()
export class RateLimits {
  private readonly address: RateLimiterMemory
  private readonly session: RateLimiterMemory
  private readonly login: RateLimiterMemory

  constructor(@Inject(CONFIG) config: Config) {
    this.address = perMinute('ip', config.RATE_PER_IP)
    this.session = perMinute('session', config.RATE_PER_SESSION)
    this.login = perMinute('login', config.RATE_LOGIN_PER_IP)
  }

  /** A WeChat code cannot be guessed, a password can: only endpoints that say so are counted strictly. */
  async countAddress(ip: string, endpoint: Endpoint): Promise<void> {
    await consume(endpoint.guessable ? this.login : this.address, ip)
  }

  countSession(sessionId: string): Promise<void> {
    return consume(this.session, sessionId)
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (refused instanceof Error) throw refused
    throw new DomainError('RATE_LIMITED')
  }
}

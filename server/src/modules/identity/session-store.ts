import { Inject, Injectable } from '@nestjs/common'
import { LRUCache } from 'lru-cache'
import { LessThan } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Sessions } from '../../platform/auth/sessions.js'
import { CONFIG, type Config } from '../../platform/config/config.js'
import { Tx } from '../../platform/database/tx.js'
import { Clock } from '../../platform/runtime/clock.js'
import { Ids } from '../../platform/runtime/ids.js'
import { Random } from '../../platform/runtime/random.js'
import { Actors } from './actors.js'
import { hashToken, newToken } from './secret-token.js'
import { Session, type SessionKind, sessionKinds } from './session.entity.js'

/** How long another node may go on accepting a session that was revoked here. */
const CACHE_MS = 5_000
const SEEN_EVERY_MS = 60_000

interface Resolved {
  session: Session
  actor: Actor
  checkedAt: number
}

/** 会话: opaque tokens, revocable at once, that end by themselves when nobody uses them. */
@Injectable()
export class SessionStore extends Sessions {
  private readonly resolved = new LRUCache<string, Resolved>({ max: 10_000 })

  constructor(
    private readonly tx: Tx,
    private readonly actors: Actors,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly random: Random,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super()
  }

  idleMinutes(kind: SessionKind): number {
    return kind === 'staff' ? this.config.STAFF_IDLE_MINUTES : this.config.RESIDENT_IDLE_DAYS * 24 * 60
  }

  /** Starts a session and returns its token, which exists nowhere else. */
  async open(kind: SessionKind, subjectId: string): Promise<string> {
    const token = newToken(this.random)
    const now = this.clock.now()
    await this.tx.repo(Session).insert({
      id: this.ids.next(),
      tokenHash: hashToken(token),
      kind,
      subjectId,
      createdAt: now,
      lastSeenAt: now,
    })
    return token
  }

  override async resolve(token: string): Promise<Actor | null> {
    const key = hashToken(token)
    const now = this.clock.now()
    const known = this.resolved.get(key)
    const isFresh = known !== undefined && Math.abs(now.getTime() - known.checkedAt) < CACHE_MS
    const resolved = isFresh ? known : await this.read(key, now)
    if (!resolved || this.isIdle(resolved.session, now)) return null
    return resolved.actor
  }

  async revoke(sessionId: string): Promise<void> {
    await this.tx.repo(Session).delete({ id: sessionId })
    this.forget(({ session }) => session.id === sessionId)
  }

  async revokeAll(kind: SessionKind, subjectId: string): Promise<void> {
    await this.tx.repo(Session).delete({ kind, subjectId })
    this.forgetSubject(kind, subjectId)
  }

  /** Reads the subject again at its next request: call it when a role or membership changes. */
  forgetSubject(kind: SessionKind, subjectId: string): void {
    this.tx.afterCommit(() => {
      this.forget(({ session }) => session.kind === kind && session.subjectId === subjectId)
    })
  }

  /** Removes sessions nobody can use any more. */
  async removeIdle(): Promise<number> {
    let removed = 0
    for (const kind of sessionKinds) {
      const before = this.idleLimit(kind, this.clock.now())
      const result = await this.tx.repo(Session).delete({ kind, lastSeenAt: LessThan(before) })
      removed += result.affected ?? 0
    }
    return removed
  }

  private async read(key: string, now: Date): Promise<Resolved | null> {
    this.resolved.delete(key)
    const session = await this.tx.repo(Session).findOneBy({ tokenHash: key })
    if (!session || this.isIdle(session, now)) return null
    const actor = await this.actors.find(session)
    if (!actor) return null
    await this.markSeen(session, now)
    const resolved = { session, actor, checkedAt: now.getTime() }
    this.resolved.set(key, resolved)
    return resolved
  }

  private async markSeen(session: Session, now: Date): Promise<void> {
    const before = new Date(now.getTime() - SEEN_EVERY_MS)
    if (session.lastSeenAt > before) return
    await this.tx.repo(Session).update({ id: session.id, lastSeenAt: LessThan(now) }, { lastSeenAt: now })
    session.lastSeenAt = now
  }

  private isIdle(session: Session, now: Date): boolean {
    return session.lastSeenAt <= this.idleLimit(session.kind, now)
  }

  private idleLimit(kind: SessionKind, now: Date): Date {
    return new Date(now.getTime() - this.idleMinutes(kind) * 60_000)
  }

  private forget(matches: (resolved: Resolved) => boolean): void {
    for (const [key, resolved] of this.resolved.entries()) if (matches(resolved)) this.resolved.delete(key)
  }
}

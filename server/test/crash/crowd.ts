import { randomUUID } from 'node:crypto'
import { SurveyQuestion } from '../../src/modules/survey/survey-wave.entity.js'
import { Tx } from '../../src/platform/database/tx.js'
import { startTestApp } from '../app.js'
import {
  circleNo,
  makeCity,
  makeMember,
  makeOutlet,
  makeResident,
  makeTemplate,
  makeWave,
  type Person,
} from '../make.js'

export type Kind = 'claim' | 'redemption' | 'response'

/** One request that must have its effect once, however often it is sent. */
export interface Attempt {
  kind: Kind
  path: string
  body: object | undefined
  token: string
  key: string
}

export interface Acknowledged extends Attempt {
  id: string
}

/** What the people of the test have and may do. */
export interface Crowd {
  people: Person[]
  clerk: Person
  outletId: string
  circleId: string
  templates: string[]
  waves: { id: string; questionId: string }[]
}

/** Seeds the database while no server runs on it. */
export async function seedCrowd(
  databaseUrl: string,
  { people, rounds }: { people: number; rounds: number },
): Promise<Crowd> {
  const app = await startTestApp({ env: { DATABASE_URL: databaseUrl } })
  try {
    await makeCity(app)
    const { id: outletId, merchantId } = await makeOutlet(app)
    const crowd: Crowd = {
      people: await Promise.all(Array.from({ length: people }, () => makeResident(app))),
      clerk: await makeMember(app, merchantId),
      outletId,
      circleId: circleNo(app, 1).id,
      templates: [],
      waves: [],
    }
    for (let round = 0; round < rounds; round++) {
      crowd.templates.push(await makeTemplate(app, [outletId], { totalCount: people }))
      const id = await makeWave(app)
      const question = await app.get(Tx).repo(SurveyQuestion).findOneByOrFail({ waveId: id, kind: 'overall' })
      crowd.waves.push({ id, questionId: question.id })
    }
    return crowd
  } finally {
    await app.close()
  }
}

/** What came back, or null when nothing did: the server died, and nobody knows what it had done. */
export async function post(origin: string, { path, body, token, key }: Omit<Attempt, 'kind'>) {
  try {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(10_000),
    })
    const text = await answer.text()
    return { status: answer.status, body: JSON.parse(text) as { id?: string; code?: string } }
  } catch {
    return null
  }
}

/** Everybody claims, shows, redeems and answers, all at once, until it is done; keeps what was and was not acknowledged. */
export class Rush {
  readonly acknowledged: Acknowledged[] = []
  readonly unanswered: Attempt[] = []
  readonly refused: string[] = []
  isOver = false
  /** Settled when the server is back; whoever got no answer waits for it, as people do. */
  comeback: Promise<void> = Promise.resolve()

  constructor(
    private readonly origin: string,
    private readonly crowd: Crowd,
  ) {}

  async run(): Promise<void> {
    await Promise.all(this.crowd.people.map((person) => this.live(person)))
    this.isOver = true
  }

  private async live({ token }: Person) {
    for (const [round, templateId] of this.crowd.templates.entries()) {
      const claimed = await this.attempt('claim', `/coupon-templates/${templateId}/claims`, undefined, token)
      // coupons of the last round are kept
      const isLast = round === this.crowd.templates.length - 1
      if (claimed && !isLast) await this.redeem(claimed, token)
      const wave = this.crowd.waves[round]
      const answers = [{ questionId: wave?.questionId, rating: (round % 5) + 1 }]
      await this.attempt(
        'response',
        `/survey-waves/${wave?.id}/responses`,
        { circleId: this.crowd.circleId, answers },
        token,
      )
    }
  }

  private async redeem(couponId: string, token: string) {
    const { origin, crowd } = this
    const shown = await post(origin, {
      path: `/me/coupons/${couponId}/codes`,
      body: undefined,
      token,
      key: randomUUID(),
    })
    if (shown?.status !== 201) return
    await this.attempt(
      'redemption',
      '/redemptions',
      { ...shown.body, id: undefined, outletId: crowd.outletId },
      crowd.clerk.token,
    )
  }

  private async attempt(kind: Kind, path: string, body: object | undefined, token: string) {
    const attempt = { kind, path, body, token, key: randomUUID() }
    const answer = await post(this.origin, attempt)
    if (answer === null) {
      this.unanswered.push(attempt)
      await this.comeback
      return undefined
    }
    if (answer.status !== 201 || !answer.body.id) {
      this.refused.push(`${kind}: ${answer.status} ${answer.body.code}`)
      return undefined
    }
    this.acknowledged.push({ ...attempt, id: answer.body.id })
    return answer.body.id
  }
}

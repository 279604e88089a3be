import { Clock } from './clock.js'
import { Ids } from './ids.js'
import { SystemRandom } from './random.js'

class HandClock extends Clock {
  time = Date.UTC(2026, 10, 22)

  now() {
    return new Date(this.time)
  }
}

const take = (ids: Ids, count: number) => Array.from({ length: count }, () => BigInt(ids.next()))

describe('Ids', () => {
  it('are unique and growing over 100 000 within one millisecond', () => {
    const taken = take(new Ids(new HandClock(), new SystemRandom()), 100_000)
    expect(taken.every((id, index) => index === 0 || id > (taken[index - 1] ?? 0n))).toBe(true)
  })

  it('still grow when the clock steps back', () => {
    const clock = new HandClock()
    const ids = new Ids(clock, new SystemRandom())
    const [before] = take(ids, 1)
    clock.time -= 600_000
    expect(take(ids, 1)[0]).toBeGreaterThan(before ?? 0n)
  })

  it('fit the contract until 2094', () => {
    const clock = new HandClock()
    clock.time = Date.UTC(2094, 0, 1)
    const id = new Ids(clock, new SystemRandom()).next()
    expect(BigInt(id)).toBeLessThan(2n ** 63n)
    expect(id).toMatch(/^[1-9]\d{0,18}$/)
  })
})

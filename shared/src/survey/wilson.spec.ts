import { verdictOf } from './verdict.js'
import { wilson } from './wilson.js'

describe('wilson', () => {
  it.each([
    // Newcombe 1998, table I: 81/263 and 15/148; and the edges 0/20 and 29/29
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [29, 29, 0.883, 1],
  ])('gives the published interval for %d of %d', (successes, n, low, high) => {
    const interval = wilson(successes, n)
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })
  it('gives nothing for no answers', () => expect(wilson(0, 0)).toBeNull())
})

describe('verdictOf', () => {
  const of = (satisfied: number, n: number) => verdictOf(satisfied, n, { minimumN: 50, targetShare: 0.9 })

  it('says nothing below the minimum', () => expect(of(49, 49)).toBe('too-few'))
  it('is sure only when the lower bound reaches the target', () => {
    expect(of(50, 50)).toBe('reached')
    expect(of(48, 50)).toBe('undecided')
    expect(of(124, 128)).toBe('reached')
  })
  it('is sure of a miss only when the upper bound is below the target', () => {
    expect(of(77, 96)).toBe('below')
    expect(of(45, 50)).toBe('undecided')
  })
})

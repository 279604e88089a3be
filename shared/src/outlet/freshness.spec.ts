import { freshnessOf } from './freshness.js'

describe('freshnessOf', () => {
  it('changes band after 30 and after 90 days', () => {
    expect(freshnessOf('2026-11-22', '2026-11-22')).toBe('fresh')
    expect(freshnessOf('2026-10-23', '2026-11-22')).toBe('fresh')
    expect(freshnessOf('2026-10-22', '2026-11-22')).toBe('ageing')
    expect(freshnessOf('2026-08-24', '2026-11-22')).toBe('ageing')
    expect(freshnessOf('2026-08-23', '2026-11-22')).toBe('stale')
    expect(freshnessOf(null, '2026-11-22')).toBe('never')
  })

  it('takes a day ahead of the city day as today', () => {
    expect(freshnessOf('2026-11-23', '2026-11-22')).toBe('fresh')
  })
})

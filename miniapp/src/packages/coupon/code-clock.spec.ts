import { codeClock, spacedDigits } from './code-clock'

const shown = (ttlSeconds: number) => ({
  code: { code: 'x', digits: '26419305', expiresAt: '2026-07-12T03:53:00.000Z', ttlSeconds },
  receivedAt: 1_000_000,
})

it('counts down from when the code arrived, whatever the phone thinks the time is', () => {
  expect(codeClock(shown(60), 1_000_000)).toMatchObject({ secondsLeft: 60, share: 1, isDueForRenewal: false })
  expect(codeClock(shown(60), 1_018_000)).toMatchObject({ secondsLeft: 42, share: 0.7, isValid: true })
})

it('renews before the code runs out', () => {
  expect(codeClock(shown(60), 1_054_900).isDueForRenewal).toBe(false)
  expect(codeClock(shown(60), 1_055_000)).toMatchObject({ isDueForRenewal: true, isValid: true })
  expect(codeClock(shown(4), 1_001_000).isDueForRenewal).toBe(false)
})

it('is over at its last second and never negative', () => {
  expect(codeClock(shown(60), 1_060_000)).toMatchObject({ secondsLeft: 0, share: 0, isValid: false })
  expect(codeClock(shown(60), 9_000_000).secondsLeft).toBe(0)
})

it('does not gain time when the phone clock is set back', () => {
  expect(codeClock(shown(60), 900_000)).toMatchObject({ secondsLeft: 60, share: 1 })
})

it('reads digits four by four', () => {
  expect(spacedDigits('26419305')).toBe('2641 9305')
})

import { countdown, nextAttempt, spacedDigits, typedDigits } from './redeem-attempt'

const numbers = () => {
  let count = 0
  return () => `no-${++count}`
}
const wanted = { code: '26419305', outletId: '5' }

describe('nextAttempt', () => {
  it('reuses the number while the answer is unknown', () => {
    const next = numbers()
    const first = nextAttempt(null, wanted, next)
    expect(nextAttempt(first, wanted, next)).toBe(first)
  })

  it('takes a new number once the server has answered', () => {
    const next = numbers()
    const first = nextAttempt(null, wanted, next)
    expect(nextAttempt({ ...first, isOpen: false }, wanted, next).requestNo).toBe('no-2')
  })

  it.each([
    ['code', { ...wanted, code: '11112222' }],
    ['outlet', { ...wanted, outletId: '6' }],
    ['amount', { ...wanted, amountFen: 3000 }],
  ])('takes a new number for another %s', (_, other) => {
    const next = numbers()
    expect(nextAttempt(nextAttempt(null, wanted, next), other, next).requestNo).toBe('no-2')
  })
})

it('keeps eight digits of whatever was typed', () => {
  expect(typedDigits('2641 9305 7')).toBe('26419305')
  expect(typedDigits('2641-9')).toBe('26419')
  expect(typedDigits('\uff12\uff16\uff14\uff11')).toBe('2641')
  expect(typedDigits('')).toBe('')
})

it('counts down to the last second', () => {
  const until = '2026-07-12T03:58:08.000Z'
  const at = Date.parse(until)
  expect(countdown(until, at - 292_000)).toBe('4:52')
  expect(countdown(until, at - 1)).toBe('0:01')
  expect(countdown(until, at)).toBeNull()
})

it('shows typed digits four by four and lets the fifth be deleted again', () => {
  expect(spacedDigits('2641')).toBe('2641')
  expect(spacedDigits('26419')).toBe('2641 9')
  expect(typedDigits('2641 ')).toBe('2641')
})

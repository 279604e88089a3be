import { axisOf, barGeometry, positionOf } from './interval-geometry'

const axis = { from: 0.65, to: 1, ticks: [] }

describe('axisOf', () => {
  it('shows 65 to 100 for the figures of the design', () => {
    expect(axisOf([{ low: 0.922 }, { low: 0.711 }, { low: null }], 0.9)).toEqual({
      from: 0.65,
      to: 1,
      ticks: [0.7, 0.8, 1],
    })
  })

  it('keeps the same stretch when nothing is published yet', () => {
    expect(axisOf([{ low: null }], 0.9).from).toBe(0.65)
    expect(axisOf([], 0.85).from).toBe(0.6)
  })

  it('reaches down to a very low circle, with fewer lines', () => {
    expect(axisOf([{ low: 0.12 }], 0.9)).toEqual({ from: 0.05, to: 1, ticks: [0.2, 0.4, 0.6, 0.8, 1] })
    expect(axisOf([{ low: 0 }], 0.9).from).toBe(0)
  })

  it('leaves room for the label of the target, wherever the target is', () => {
    expect(axisOf([], 0.82).ticks).toEqual([0.6, 0.7, 0.9, 1])
    expect(axisOf([], 0.9).ticks).not.toContain(0.9)
  })
})

describe('positionOf', () => {
  it('counts in percent of the axis and stays on it', () => {
    expect(positionOf(0.65, axis)).toBe(0)
    expect(positionOf(1, axis)).toBe(100)
    expect(positionOf(0.9, axis)).toBeCloseTo(71.429, 3)
    expect(positionOf(0.2, axis)).toBe(0)
  })
})

describe('barGeometry', () => {
  const circle = { published: true, low: 0.711, high: 0.869, satisfiedShare: 0.802 }

  it('puts band and dot on the axis', () => {
    expect(barGeometry(circle, axis)).toEqual({ low: 17.429, high: 62.571, dot: 43.429 })
  })

  it('draws nothing for an unpublished circle, even if a figure slipped through', () => {
    expect(barGeometry({ ...circle, published: false }, axis)).toBeNull()
    expect(barGeometry({ ...circle, low: null, high: null, satisfiedShare: null }, axis)).toBeNull()
  })
})

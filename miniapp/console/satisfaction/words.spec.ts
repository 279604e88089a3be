import { type CircleSatisfaction, verdicts } from '@yikezhong/shared/survey/survey.contract'
import { figuresOf } from './figures'
import { barLabel, intervalText, missingText, percent, ratingText, targetText, verdictWords } from './words'

const circle = (over: Partial<CircleSatisfaction> = {}): CircleSatisfaction => ({
  circleId: '1',
  circleName: '西关一刻钟便民生活圈',
  shortName: '西关',
  communities: '聚宝盆等 4 个社区',
  published: true,
  n: 128,
  responses: 130,
  missing: 0,
  satisfied: 124,
  satisfiedShare: 0.96875,
  low: 0.9223,
  high: 0.9878,
  verdict: 'reached',
  ...over,
})
const few = circle({
  shortName: '大城',
  published: false,
  n: 37,
  responses: 40,
  missing: 13,
  satisfied: null,
  satisfiedShare: null,
  low: null,
  high: null,
  verdict: 'too-few',
})

it('has a word for every verdict', () => {
  expect(verdicts.map((verdict) => verdictWords[verdict].word)).toEqual([
    '确定达标',
    '还不能断定',
    '低于目标',
    '份数不够',
  ])
})

it('writes one decimal and takes target and minimum from the answer', () => {
  expect(percent(0.96875)).toBe('96.9%')
  expect(intervalText(circle())).toBe('92.2 – 98.8')
  expect(intervalText(few)).toBe('—')
  expect([targetText(0.9), targetText(0.925)]).toEqual(['90%', '92.5%'])
  expect(missingText(few, 50)).toBe('37 份，还差 13 份，未达 50 份不公布')
})

it('says the whole bar in a sentence, without a share where none is published', () => {
  expect(barLabel(circle(), 0.9, 50)).toBe('西关：满意度 96.9%，95% 区间 92.2% 到 98.8%，目标 90%，确定达标')
  expect(barLabel(few, 0.9, 50)).not.toContain('%')
})

it('tells a skipped rating from one that is not published', () => {
  expect([ratingText(5, true), ratingText(1, true)]).toEqual(['5 很满意', '1 很不满意'])
  expect(ratingText(null, true)).toBe('不了解')
  expect(ratingText(5, false)).toBe('不公布')
})

it('counts each figure from the circles it opens', () => {
  const figures = figuresOf([circle(), few, circle({ verdict: 'undecided' })], {
    target: '90%',
    minimumN: 50,
  })
  expect(figures.map(({ key, value }) => [key, value])).toEqual([
    ['published', 2],
    ['reached', 1],
    ['undecided', 1],
    ['below', 0],
    ['responses', 293],
  ])
  expect(figures[4]).toMatchObject({ note: '共收 300 份，7 份没评总体' })
  for (const { key, value, circles } of figures.slice(0, 4))
    expect([key, circles.length]).toEqual([key, value])
})

import { cluster, pin } from './marker-elements'

const marker = {
  id: '7',
  name: '桥头修鞋摊',
  formatCode: 'repair',
  location: { lng: 105.7, lat: 34.58 },
  openNow: true,
  isDemo: true,
}
const format = { code: 'repair', name: '维修点', tier: 'basic' as const, glyph: 'spanner', seq: 4 }

it('makes a named button whose shape and colour come from the format', () => {
  const onPress = jest.fn()
  const element = pin(marker, { format, selected: false, onPress })
  expect(element).toHaveAccessibleName('桥头修鞋摊，维修点，营业中，示例')
  expect(element).toHaveClass('pin-basic', 'seq-4')
  element.click()
  expect(onPress).toHaveBeenCalledTimes(1)
})

it('shows an unknown format as 其他 and says nothing about unknown hours', () => {
  const element = pin(
    { ...marker, openNow: null, isDemo: false },
    { format: undefined, selected: true, onPress: () => {} },
  )
  expect(element).toHaveAccessibleName('桥头修鞋摊，网点')
  expect(element).toHaveClass('seq-0', 'selected')
  expect(element).toHaveAttribute('aria-pressed', 'true')
})

it('never lets a name become markup', () => {
  const element = pin({ ...marker, name: '<img src=x>' }, { format, selected: false, onPress: () => {} })
  expect(element.querySelector('img')).toBeNull()
})

it('says how many outlets a cluster holds and how many were confirmed', () => {
  const element = cluster({ count: 46, confirmedShare: 0.934, location: marker.location }, () => {})
  expect(element).toHaveAccessibleName('46 家网点，93% 在 90 天内确认过，放大')
  expect(element).toHaveTextContent('46')
})

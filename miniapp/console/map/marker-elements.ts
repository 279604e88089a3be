import type { Format, OutletMap } from '@yikezhong/shared/outlet/outlet.contract'

type Marker = OutletMap['markers'][number]
type Cluster = OutletMap['clusters'][number]

/** Real buttons: reached by Tab, named for those who do not see the map. */
function button(className: string, name: string, onPress: () => void) {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = className
  element.setAttribute('aria-label', name)
  element.title = name
  element.addEventListener('click', (event) => {
    event.stopPropagation()
    onPress()
  })
  return element
}

const openWords = (openNow: boolean | null) => {
  if (openNow === null) return ''
  return openNow ? '，营业中' : '，已打烊'
}

export interface PinOptions {
  format: Format | undefined
  selected: boolean
  onPress: () => void
}

/** 网点标记: a square or round pin in the colour of its format's family. */
export function pin(marker: Marker, { format, selected, onPress }: PinOptions) {
  const { name, openNow, isDemo } = marker
  const { seq = 0, tier = 'basic', glyph = 'dots' } = format ?? {}
  const words = `${name}，${format?.name ?? '网点'}${openWords(openNow)}${isDemo ? '，示例' : ''}`
  const element = button(`pin pin-${tier} seq-${seq}${selected ? ' selected' : ''}`, words, onPress)
  element.setAttribute('aria-pressed', String(selected))
  const drawing = document.createElement('i')
  drawing.className = `yk-icon yk-icon--${glyph}`
  element.append(drawing)
  return element
}

/** Larger circles for more outlets, in three sizes. */
const clusterSize = (count: number) => {
  if (count >= 100) return 62
  return count >= 20 ? 54 : 46
}

/** 聚合点: how many, and as a ring how many of them were confirmed within 90 days. */
export function cluster({ count, confirmedShare }: Cluster, onPress: () => void) {
  const words = `${count} 家网点，${Math.round(confirmedShare * 100)}% 在 90 天内确认过，放大`
  const element = button('cluster', words, onPress)
  const size = clusterSize(count)
  element.style.width = `${size}px`
  element.style.height = `${size}px`
  element.style.setProperty('--confirmed', `${confirmedShare * 360}deg`)
  const figure = document.createElement('span')
  figure.textContent = String(count)
  element.append(figure)
  return element
}

/** 圈名 at its centre: words on the ground, nothing to press. */
export function circleLabel(name: string) {
  const element = document.createElement('div')
  element.className = 'circle-label'
  element.textContent = name
  return element
}

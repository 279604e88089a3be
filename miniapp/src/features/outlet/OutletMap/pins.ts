import { iconNamed } from '@/ui/Icon'
import type { Group } from './grouping'
import type { FormatLook } from './look'
import type { Marker } from './types'

/** A pin as a real button: shape is the tier, colour the family, glyph the format, and a name for who cannot see it. */
export function pinElement(marker: Marker, look: FormatLook, selected: boolean, onSelect: () => void) {
  const { glyph, seq, tier, name } = look(marker.formatCode)
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `yk-pin yk-pin--${tier} yk-seq-${seq} ${selected ? 'is-selected' : ''}`
  button.setAttribute('aria-label', `${marker.name}，${name}${marker.isDemo ? '，示例' : ''}`)
  button.setAttribute('aria-pressed', String(selected))
  const body = document.createElement('span')
  body.className = 'yk-pin__body'
  const icon = document.createElement('span')
  icon.className = `yk-icon yk-icon--${iconNamed(glyph)}`
  body.append(icon)
  button.append(body)
  button.addEventListener('click', onSelect)
  return button
}

/** Many outlets in one place: a button that brings the map closer. */
export function clusterElement({ count }: Group, onOpen: () => void) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'yk-cluster'
  button.textContent = String(count)
  button.setAttribute('aria-label', `放大看这里的 ${count} 家`)
  button.addEventListener('click', onOpen)
  return button
}

export function textElement(className: string, text: string) {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  element.setAttribute('aria-hidden', 'true')
  return element
}

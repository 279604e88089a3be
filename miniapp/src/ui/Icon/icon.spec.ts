import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iconNamed } from './icon-named'
import { iconNames } from './names'

it('has a drawing for every name and a name for every drawing', () => {
  const source = readFileSync(join(__dirname, 'glyphs.scss'), 'utf8')
  const drawn = [...source.matchAll(/^ {2}'([^']+)': '</gm)].map(([, name]) => name)
  expect(drawn.sort()).toEqual([...iconNames].sort())
})

it('shows three dots for a glyph this build does not know', () => {
  expect(iconNamed('bowl')).toBe('bowl')
  expect(iconNamed('rocket')).toBe('dots')
})

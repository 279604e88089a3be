/**
 * Draws the PNGs WeChat needs (tab icons, map pins) from the same glyphs and tokens the app uses.
 * Run after changing a glyph: `node miniapp/config/draw-icons.mjs`. Needs Chromium; set CHROMIUM when it is not at /usr/bin/chromium.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const src = join(dirname(fileURLToPath(import.meta.url)), '../src')
const glyphs = Object.fromEntries(
  [...readFileSync(join(src, 'ui/Icon/glyphs.scss'), 'utf8').matchAll(/^ {2}'([^']+)': '(.+)',$/gm)].map(
    (m) => [m[1], m[2]],
  ),
)
const tokens = readFileSync(join(src, 'tokens.scss'), 'utf8')
const seq = Object.fromEntries([...tokens.matchAll(/^ {2}(\d+): (#\w+),$/gm)].map((m) => [m[1], m[2]]))
const token = (name) => tokens.match(new RegExp(`--yk-${name}: *(#\\w+)`))[1]
const formats = JSON.parse(
  readFileSync(join(src, '../../server/cities/tianshui/formats.json'), 'utf8'),
).formats

const lined = (glyph, colour, width) =>
  `<g fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${glyphs[glyph]}</g>`

const tab = (glyph, colour, width) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="81" height="81" viewBox="-1.5 -1.5 27 27">${lined(glyph, colour, width)}</svg>`

/** Rounded square: 基本保障类. Circle: 品质提升类. */
const pin = (glyph, colour, isQuality) => {
  const body = isQuality
    ? '<circle cx="17" cy="15" r="12.5"'
    : '<rect x="4.5" y="2.5" width="25" height="25" rx="6.5"'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="102" height="108" viewBox="0 0 34 36"><path d="M13 26l4 8 4-8z" fill="${colour}"/>${body} fill="${colour}" stroke="#fff" stroke-width="2"/><g transform="translate(9.25 7.25) scale(.6458)">${lined(glyph, '#fff', 2.1)}</g></svg>`
}

const cluster = `<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132" viewBox="0 0 44 44"><circle cx="22" cy="22" r="19" fill="${token('primary-600')}" stroke="#fff" stroke-width="3"/></svg>`

const pictures = [
  ...[
    ['home', 'home'],
    ['map', 'map'],
    ['coupons', 'ticket'],
    ['mine', 'person'],
  ].flatMap(([name, glyph]) => [
    [`tab/${name}.png`, tab(glyph, token('text-3'), 1.7)],
    [`tab/${name}-on.png`, tab(glyph, token('primary-600'), 2.1)],
  ]),
  ...formats.map(({ glyph, seq: n, tier }) => [
    `pin/${glyph}-${tier}.png`,
    pin(glyph, seq[n], tier === 'quality'),
  ]),
  ['pin/cluster.png', cluster],
]

const profile = mkdtempSync(join(tmpdir(), 'draw-icons-'))
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
const page = await browser.newPage()
for (const [file, svg] of pictures) {
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
  const path = join(src, 'static', file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, await page.locator('svg').screenshot({ omitBackground: true }))
}
await browser.close()
rmSync(profile, { recursive: true, force: true })

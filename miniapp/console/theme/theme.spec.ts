import { join } from 'node:path'
import { compile } from 'sass'
import { antdTheme } from './antd-theme'
import { readTokens, seconds, token } from './tokens'

const css = compile(join(__dirname, '../../src/tokens.scss')).css

describe('readTokens', () => {
  it('reads the light theme and not the elder edition that follows it', () => {
    const tokens = readTokens(css)
    expect(tokens['primary-600']).toBe('#0a6a73')
    expect(tokens['text-3']).toBe('#607078')
    expect(tokens['seq-12']).toBe('#8a3a98')
  })

  it('is not misled by comments', () => {
    expect(readTokens(':root { /* --yk-a: 1; */ --yk-b: 2; }')).toEqual({ b: '2' })
  })

  it('refuses a file without a :root rule', () => {
    expect(() => readTokens('a{}')).toThrow(':root')
  })
})

describe('antdTheme', () => {
  it('takes every colour from the token file', () => {
    const colours = Object.values(readTokens(css))
    const theme = JSON.stringify(antdTheme(readTokens(css)))
    for (const colour of theme.match(/#[0-9a-f]{3,8}\b/gi) ?? []) expect(colours).toContain(colour)
  })

  it('fails the build when a token was renamed', () => {
    const { 'primary-600': _, ...rest } = readTokens(css)
    expect(() => antdTheme(rest)).toThrow('--yk-primary-600')
    expect(() => token(rest, 'gone')).toThrow('--yk-gone')
  })
})

it('writes durations as antd wants them', () => {
  expect(seconds('120ms')).toBe('0.12s')
})

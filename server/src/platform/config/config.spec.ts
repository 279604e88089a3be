import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { configNames, loadConfig } from './config.js'

const DATABASE_URL = 'mysql://root@localhost/x'
const production = {
  NODE_ENV: 'production',
  DATABASE_URL,
  APP_SECRET: 'a-secret-of-their-own-0123456789abcdef',
  DATA_KEY: Buffer.alloc(32, 9).toString('base64'),
  WECHAT_MODE: 'real',
  WECHAT_APPID: 'wx1',
  WECHAT_SECRET: 's',
}

const example = Object.fromEntries(
  readFileSync(join(__dirname, '../../../../.env.example'), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => {
      const [name = '', ...value] = line.split('=')
      return [name, value.join('=')]
    }),
)

describe('loadConfig', () => {
  it('knows the names of .env.example and no others', () => {
    expect(Object.keys(example).sort()).toEqual([...configNames].sort())
  })

  it('has the defaults that .env.example shows', () => {
    const { DATABASE_URL: _, ...shown } = loadConfig(example)
    const { DATABASE_URL: __, ...defaults } = loadConfig({ DATABASE_URL })
    expect(shown).toEqual(defaults)
  })

  it('accepts a proper production environment', () => {
    expect(loadConfig(production)).toMatchObject({ DEMO_WORLD: false, WECHAT_MODE: 'real' })
  })

  it.each([
    ['APP_SECRET', undefined, 'APP_SECRET is the development default'],
    ['APP_SECRET', 'short', 'APP_SECRET'],
    ['DATA_KEY', undefined, 'DATA_KEY is the development default'],
    ['DATA_KEY', 'bm90IDMyIGJ5dGVz', 'DATA_KEY'],
    ['WECHAT_MODE', 'simulator', 'WECHAT_MODE=simulator'],
    ['WECHAT_APPID', undefined, 'WECHAT_APPID is missing'],
    ['WECHAT_SECRET', '', 'WECHAT_SECRET is missing'],
    ['DEMO_WORLD', 'true', 'DEMO_WORLD=true'],
    ['DATABASE_URL', undefined, 'DATABASE_URL'],
    ['PORT', '99999', 'PORT'],
  ])('production refuses %s=%s', (name, value, reason) => {
    expect(() => loadConfig({ ...production, [name]: value })).toThrow(reason)
  })
})

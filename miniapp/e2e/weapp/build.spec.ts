import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { filesOf, sizeOf, weappRoot } from './build'

const app = JSON.parse(readFileSync(join(weappRoot, 'app.json'), 'utf8'))
const subPackages: string[] = app.subPackages.map(
  ({ root }: { root: string }) => `${root.replace(/\/$/, '')}/`,
)
const files = filesOf(weappRoot)
const scripts = files.filter((file) => file.endsWith('.js'))
const megabyte = 1024 * 1024

/** Bytes of each package as WeChat uploads it; source maps and licence notes stay at home. */
function packageSizes() {
  const sizes: Record<string, number> = { main: 0 }
  for (const file of files.filter((name) => !/\.map$|LICENSE\.txt$|project\.config\.json$/.test(name))) {
    const owner = subPackages.find((root) => file.startsWith(root)) ?? 'main'
    sizes[owner] = (sizes[owner] ?? 0) + sizeOf(weappRoot, file)
  }
  return sizes
}

it('stays inside the size budget', () => {
  const { main = 0, ...others } = packageSizes()
  const printed = Object.entries({ main, ...others }).map(
    ([name, bytes]) => `${name} ${Math.ceil(bytes / 1024)} KB`,
  )
  process.stdout.write(`weapp packages: ${printed.join(', ')}\n`)
  expect(main).toBeLessThanOrEqual(1.5 * megabyte)
  for (const bytes of Object.values(others)) expect(bytes).toBeLessThanOrEqual(2 * megabyte)
})

it.each(scripts)('%s is ES5, which the oldest WeChat runs', (file) => {
  expect(() => parse(readFileSync(join(weappRoot, file), 'utf8'), { ecmaVersion: 5 })).not.toThrow()
})

it('contains no path of the machine that built it', () => {
  const home = join(__dirname, '../../..')
  for (const file of scripts) expect(readFileSync(join(weappRoot, file), 'utf8')).not.toContain(home)
})

it('asks for the privacy check and lists every page it configures', () => {
  expect(app.__usePrivacyCheck__).toBe(true)
  for (const page of app.pages) expect(files).toContain(`${page}.js`)
})

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The build under test. */
export const weappRoot = join(__dirname, '../../dist/weapp')
if (!existsSync(join(weappRoot, 'app.json'))) throw new Error('dist/weapp is not built: npm run build:weapp')

/** Every file of a folder, as paths relative to it. */
export const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

export const sizeOf = (root: string, file: string) => statSync(join(root, file)).size

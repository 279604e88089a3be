import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endpoints } from '@yikezhong/shared/registry'
import { apiPage } from './platform/openapi/api-page.js'

/** `npm run docs:api` writes docs/api.md; with `--check` it only says whether the file is current. */
const file = join(dirname(fileURLToPath(import.meta.url)), '../../docs/api.md')
const page = apiPage(endpoints)
const isCurrent = () => {
  try {
    return readFileSync(file, 'utf8') === page
  } catch {
    return false
  }
}

if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (!isCurrent()) {
  process.stderr.write('docs/api.md is out of date: run "npm run docs:api"\n')
  process.exitCode = 1
}

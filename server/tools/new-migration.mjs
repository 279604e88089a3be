// `npm run db:migration -- <verb-noun>`: an empty migration, named and numbered.
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './project.mjs'

const name = process.argv[2] ?? ''
if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
  console.error('usage: npm run db:migration -- <verb-noun>, for example add-outlet-phone')
  process.exit(1)
}

const timestamp = Date.now()
const words = name.split('-').map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
const file = join(root, `server/src/migrations/${timestamp}-${name}.ts`)

const source = `import type { MigrationInterface, QueryRunner } from 'typeorm'

export class ${words.join('')}${timestamp} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('')
  }
}
`
writeFileSync(file, source, { flag: 'wx' })
console.log(relative(root, file))

import 'reflect-metadata'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  CircleService,
  type CityPack,
  CityPackError,
  circleEntities,
  cityDir,
  LoadCityPack,
  type LoadReport,
  readCityPack,
} from './modules/circle/index.js'
import { Audit } from './platform/audit/audit.js'
import { type Config, loadConfig } from './platform/config/config.js'
import { dataSourceOptions, openCurrent } from './platform/database/data-source.js'
import { Tx } from './platform/database/tx.js'
import { SystemClock } from './platform/runtime/clock.js'
import { Ids } from './platform/runtime/ids.js'
import { SystemRandom } from './platform/runtime/random.js'

const usage = `usage: node server/dist/load-city.js [--check] [folder]

Loads a city pack into the database of DATABASE_URL and says what changed. The folder defaults to the pack
that CITY names. --check only reads and checks the pack: no database, nothing changed.
`

/** Wired by hand: loading needs no server, no sessions and no jobs. */
async function load(pack: CityPack, config: Config): Promise<LoadReport> {
  const dataSource = await openCurrent({ ...(await dataSourceOptions(config)), entities: circleEntities })
  try {
    const clock = new SystemClock()
    const tx = new Tx(dataSource)
    const ids = new Ids(clock, new SystemRandom())
    const audit = new Audit(tx, dataSource, clock, ids)
    const circles = new CircleService(dataSource, tx, clock)
    return await new LoadCityPack(tx, ids, clock, audit, circles).execute(pack)
  } finally {
    await dataSource.destroy()
  }
}

function describePack({ city, content }: CityPack): string {
  const { divisions, divisionAliases, circles, taxonomies, services, tasks, targets, brands } = content
  const communities = circles.reduce((sum, circle) => sum + circle.communities.length, 0)
  const formats = taxonomies.at(-1)?.formats.length
  return [
    `${city.name} ${city.code}: the pack is sound`,
    `${divisions.length} divisions, ${divisionAliases.length} aliases`,
    `${circles.length} circles with ${communities} communities`,
    `${formats} formats, ${services.length} services, ${targets.length} targets, ${tasks.length} tasks, ${brands.length} brands`,
  ].join('\n  ')
}

function describeReport({ tables, newFiles, changed }: LoadReport): string {
  if (!changed)
    return `nothing changed${newFiles.length > 0 ? ` in the tables; new: ${newFiles.join(', ')}` : ''}`
  const lines = tables.map(
    ({ table, added, updated, ended }) => `${table}: ${added} added, ${updated} updated, ${ended} ended`,
  )
  return ['loaded', ...lines].join('\n  ')
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) return void process.stdout.write(usage)
  const [folder] = positionals
  const pack = (fallback: string) => readCityPack(folder ? resolve(folder) : cityDir(fallback))
  if (values.check)
    return void process.stdout.write(`${describePack(pack(process.env.CITY ?? 'tianshui'))}\n`)
  const config = loadConfig(process.env)
  process.stdout.write(`${describeReport(await load(pack(config.CITY), config))}\n`)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof CityPackError ? error.message : String(error)}\n`)
  process.exitCode = 1
}

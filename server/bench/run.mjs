import { parseArgs } from 'node:util'
import * as httpList from './http-list/http-list.mjs'
import { withBenchmark } from './lib/workshop.mjs'

/**
 * `npm run bench -- <name> [--rounds 7] [--seconds 2]`: one benchmark against its baseline, measured in turns in this
 * run. The last line is one JSON object. Exit 1 when a check fails; a slow result with right answers exits 0.
 */
const benches = { 'http-list': httpList }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' }, seconds: { type: 'string', default: '2' } },
})
const name = positionals[0] ?? ''
const bench = benches[/** @type {keyof typeof benches} */ (name)]
const rounds = Number(values.rounds)
const seconds = Number(values.seconds)

if (!bench || !(rounds >= 1) || !(seconds > 0)) {
  console.error(`usage: npm run bench -- <${Object.keys(benches).join('|')}> [--rounds 7] [--seconds 2]`)
  process.exit(2)
}

const result = await withBenchmark((workshop) => bench.run(workshop, { rounds, seconds }))
console.log(JSON.stringify({ name, ...result }))
if (Object.values(result.checks).some((check) => check !== true)) process.exitCode = 1

import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { alternate, median, rounded } from '../lib/alternate.mjs'
import { freePort, messageOf, server } from '../lib/workshop.mjs'
import { centre } from './outlets.mjs'

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const limit = 50
/** Rows of a page of about 7 KB: what our pipeline costs shows there, where the baseline has little to serialise. */
const smallLimit = 9
const gate = 0.85
const goal = 1.2

/** Different people in different places: no request is the same as the one before. */
const pathsOf = (/** @type {number} */ rows) =>
  Array.from({ length: 40 }, (_, at) => {
    const lng = (centre.lng + ((at % 8) - 4) * 0.0007).toFixed(6)
    const lat = (centre.lat + (Math.floor(at / 8) - 2) * 0.0007).toFixed(6)
    return `/api/v1/outlets?lng=${lng}&lat=${lat}&limit=${rows}`
  })
const paths = pathsOf(limit)
const smallPaths = pathsOf(smallLimit)

/**
 * 网点列表 through the whole production pipeline, a session with every request, against a bare node:http server that
 * serialises the same answers for every request (baseline) or sends them ready-made (floor).
 * @param {import('../lib/workshop.mjs').Workshop} workshop
 * @param {{ rounds: number, seconds: number }} options
 */
export async function run(workshop, options) {
  const token = await seed(workshop)
  const log = join(workshop.folder, 'server.log')
  const ours = await startOurs(workshop, token, log)
  const oursSmall = { ...ours, paths: smallPaths }
  const answers = await answersOf(ours)
  const smallAnswers = await answersOf(oursSmall)
  const file = join(workshop.folder, 'answers.json')
  writeFileSync(file, JSON.stringify({ ...answers, ...smallAnswers }))
  const baseline = await startPlain(workshop, 'baseline', file)
  const floor = await startPlain(workshop, 'floor', file)
  const baselineSmall = { ...baseline, paths: smallPaths }

  const areAllSame = async () =>
    (await areSame([ours, baseline, floor])) && (await areSame([oursSmall, baselineSmall]))
  const sameBefore = await areAllSame()
  const rounds = await alternate({ ours, baseline, floor, oursSmall, baselineSmall }, options)
  const all = rounds.flatMap((round) => Object.values(round))
  const requests = rounds.reduce((sum, round) => sum + round.ours.total + round.oursSmall.total, 0)
  const checks = {
    sameAnswersBefore: sameBefore,
    sameRowsAfter: await areAllSame(),
    fullPages: Object.values(answers).every(({ items }) => items.length === limit),
    allRequestsSucceeded: all.every(({ failures, total }) => failures === 0 && total > 0),
    forgedSessionIsRefused:
      (await ask({ ...ours, headers: { authorization: `Bearer ${'x'.repeat(43)}` } })) === 401,
    everyRequestIsLogged: isLogged(log, requests),
  }
  return report(rounds, { checks, answers, smallAnswers })
}

/** @param {import('../lib/workshop.mjs').Workshop} workshop */
async function seed({ start, databaseUrl, secrets }) {
  const child = start(here('./seed.mjs'), {
    env: { ...secrets, NODE_ENV: 'test', DATABASE_URL: databaseUrl, LOG_LEVEL: 'error', JOBS: 'false' },
  })
  const { token } = await messageOf(child, (message) => typeof message === 'object' && 'token' in message)
  return token
}

/**
 * @param {import('../lib/workshop.mjs').Workshop} workshop
 * @param {string} token
 * @param {string} log
 */
async function startOurs({ start, databaseUrl, secrets }, token, log) {
  const port = await freePort()
  const stdout = openSync(log, 'w')
  const child = start(server('main.js'), {
    stdout,
    env: {
      ...secrets,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      WECHAT_MODE: 'real',
      WECHAT_APPID: 'wx0000000000000000',
      WECHAT_SECRET: 'not-called-in-this-benchmark',
      RATE_PER_IP: '10000000',
      RATE_PER_SESSION: '10000000',
    },
  })
  closeSync(stdout)
  await messageOf(child, (message) => message === 'ready').catch((error) => {
    throw new Error(`${error.message}: ${readFileSync(log, 'utf8').slice(-2000)}`)
  })
  return { child, port, paths, headers: { authorization: `Bearer ${token}` } }
}

/**
 * @param {import('../lib/workshop.mjs').Workshop} workshop
 * @param {'baseline' | 'floor'} kind
 * @param {string} file
 */
async function startPlain({ start }, kind, file) {
  const port = await freePort()
  const child = start(here('./plain-server.mjs'), { args: [kind, String(port), file] })
  await messageOf(child, (message) => message === 'ready')
  return { child, port, paths }
}

/** @typedef {import('../lib/alternate.mjs').Contestant} Contestant */

/** @param {Contestant} contestant */
async function ask({ port, paths, headers = {} }) {
  const answer = await fetch(`http://127.0.0.1:${port}${paths[0]}`, { headers })
  await answer.arrayBuffer()
  return answer.status
}

/** @param {Contestant} contestant */
async function answersOf({ port, paths, headers = {} }) {
  /** @type {Record<string, { items: Record<string, unknown>[] }>} */
  const answers = {}
  for (const path of paths) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    answers[path] = /** @type {any} */ (await answer.json())
  }
  return answers
}

/** Shops open and close during a run: everything but `openNow` must be equal. @param {Contestant[]} contestants */
async function areSame(contestants) {
  const [first, ...others] = await Promise.all(contestants.map(answersOf))
  for (const answers of [first, ...others])
    for (const { items } of Object.values(answers ?? {})) for (const item of items) delete item.openNow
  return others.every((answers) => isDeepStrictEqual(answers, first))
}

/** The log is written in blocks, so its last lines may still be on their way. @param {string} log @param {number} requests */
function isLogged(log, requests) {
  const lines = readFileSync(log, 'utf8').split('\n')
  const ours = lines.filter(
    (line) => line.includes('"route":"/api/v1/outlets"') && line.includes('"actor":"resident:'),
  )
  return ours.length >= requests * 0.99
}

/** @typedef {'ours' | 'baseline' | 'floor' | 'oursSmall' | 'baselineSmall'} Who */
/** @typedef {Record<Who, import('../lib/alternate.mjs').Reading>} Round */

/**
 * @param {Round[]} rounds
 * @param {{ checks: Record<string, boolean>, answers: object, smallAnswers: object }} facts
 */
function report(rounds, { checks, answers, smallAnswers }) {
  const ratios = rounds.map(({ ours, baseline }) => ours.perSecond / baseline.perSecond)
  const ratio = median(ratios)
  const perSecond = (/** @type {Who} */ who) =>
    rounded(median(rounds.map((round) => round[who].perSecond)), 0)
  return {
    ratio: rounded(ratio),
    goal,
    gate,
    pass: ratio >= gate && Object.values(checks).every(Boolean),
    ours: perSecond('ours'),
    baseline: perSecond('baseline'),
    floor: perSecond('floor'),
    unit: 'requests/s',
    ratioToFloor: rounded(median(rounds.map(({ ours, floor }) => ours.perSecond / floor.perSecond))),
    ...shared(rounds.map(({ ours, baseline }) => ({ ours, baseline }))),
    rounds: ratios.map((value) => rounded(value)),
    spread: rounded((Math.max(...ratios) - Math.min(...ratios)) / ratio),
    bodyBytes: meanBytes(answers),
    small: {
      ratio: rounded(
        median(rounds.map(({ oursSmall, baselineSmall }) => oursSmall.perSecond / baselineSmall.perSecond)),
      ),
      ...shared(rounds.map(({ oursSmall, baselineSmall }) => ({ ours: oursSmall, baseline: baselineSmall }))),
      bodyBytes: meanBytes(smallAnswers),
    },
    checks,
    skipped: [],
  }
}

/** @param {Record<'ours' | 'baseline', import('../lib/alternate.mjs').Reading>[]} rounds */
const shared = (rounds) => ({
  cpuRatio: rounded(median(rounds.map(({ ours, baseline }) => baseline.cpuUs / ours.cpuUs))),
  p99Ratio: rounded(median(rounds.map(({ ours, baseline }) => ours.p99 / baseline.p99))),
  cpuUs: rounded(median(rounds.map(({ ours }) => ours.cpuUs)), 1),
})

const meanBytes = (/** @type {object} */ answers) =>
  Math.round(Buffer.byteLength(JSON.stringify(answers)) / Object.keys(answers).length)

import { fileURLToPath } from 'node:url'
import { messageOf, startChild } from './workshop.mjs'

const loader = fileURLToPath(new URL('./load.mjs', import.meta.url))
const connections = 32
const warmUpSeconds = 3

/**
 * @typedef {object} Contestant
 * @property {import('node:child_process').ChildProcess} child
 * @property {number} port
 * @property {string[]} paths
 * @property {Record<string, string>} [headers]
 *
 * @typedef {object} Reading
 * @property {number} perSecond
 * @property {number} total
 * @property {number} p50
 * @property {number} p99
 * @property {number} failures
 * @property {number} cpuUs CPU time per request, in microseconds
 */

/**
 * Loads each contestant in turn, round after round, so that what the machine does meanwhile meets all of them alike.
 * @template {string} N
 * @param {Record<N, Contestant>} contestants
 * @param {{ rounds: number, seconds: number }} options
 * @returns {Promise<Record<N, Reading>[]>} one record per round
 */
export async function alternate(contestants, { rounds, seconds }) {
  const names = /** @type {N[]} */ (Object.keys(contestants))
  for (const name of names) await load(contestants[name], warmUpSeconds)
  const readings = []
  for (let round = 0; round < rounds; round++) {
    const reading = /** @type {Record<N, Reading>} */ ({})
    // The order turns too: nobody always comes after the same neighbour.
    for (const at of names.keys()) {
      const name = names[(at + round) % names.length] ?? names[0]
      if (name) reading[name] = await measure(contestants[name], seconds)
    }
    readings.push(reading)
    console.error(
      `round ${round + 1}/${rounds}: ${names.map((name) => `${name} ${Math.round(reading[name].perSecond)}/s`).join(', ')}`,
    )
  }
  return readings
}

/**
 * @param {Contestant} contestant
 * @param {number} seconds
 * @returns {Promise<Reading>}
 */
async function measure(contestant, seconds) {
  const before = await cpuOf(contestant)
  const reading = await load(contestant, seconds)
  const after = await cpuOf(contestant)
  return { ...reading, cpuUs: (after.cpuUs - before.cpuUs) / reading.total }
}

/** @param {Contestant} contestant */
function cpuOf({ child }) {
  const answer = messageOf(child, (message) => typeof message === 'object' && 'cpuUs' in message)
  child.send('cpu')
  return answer
}

/**
 * @param {Contestant} contestant
 * @param {number} seconds
 */
async function load({ port, paths, headers = {} }, seconds) {
  const job = JSON.stringify({ port, paths, headers, connections, seconds })
  return messageOf(
    startChild(loader, { args: [job] }),
    (message) => typeof message === 'object' && 'perSecond' in message,
  )
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** @param {number} value */
export const rounded = (value, digits = 3) => Number(value.toFixed(digits))

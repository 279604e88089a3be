import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, isAlive } from './identity.mjs'

/**
 * Who is in a folder: one empty file per visitor, named after the process. The name is all there is, so
 * no half-written file exists, and a file whose process died can be thrown away by anybody at any moment.
 * @typedef {{ name: string, leave: () => void, others: () => string[] }} Visit
 */

let visits = 0

/**
 * @param {string} directory
 * @returns {Visit}
 */
export function enter(directory) {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  visits += 1
  const name = `${identityOf(process.pid)}-${visits}`
  writeFileSync(join(directory, name), '', { flag: 'wx' })
  return {
    name,
    leave: () => rmSync(join(directory, name), { force: true }),
    others: () => livingIn(directory).filter((other) => other !== name),
  }
}

/** @param {string} directory */
function livingIn(directory) {
  return readdirSync(directory).filter((name) => {
    if (isAlive(name.slice(0, name.lastIndexOf('-')))) return true
    rmSync(join(directory, name), { force: true })
    return false
  })
}

/**
 * Runs `work` while no other process does, and takes over at once from a holder that was killed.
 *
 * Every contender first puts its file down and then looks around. Two of them cannot both see an empty room,
 * so at most one passes; a removal of a stale lock, where two could each remove the other's, never happens.
 * Of two that meet, the one with the smaller name stays and waits, the other steps outside.
 * @template T
 * @param {string} directory
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(directory, work) {
  let visit = enter(directory)
  try {
    for (let others = visit.others(); others.length > 0; others = visit.others()) {
      const mine = visit.name
      if (others.some((other) => other < mine)) {
        visit.leave()
        await sleep(20 + Math.random() * 60)
        visit = enter(directory)
      } else {
        await sleep(20)
      }
    }
    return await work()
  } finally {
    visit.leave()
  }
}

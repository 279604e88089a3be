import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Names one run of one process, `<pid>-<start time>`: a process id alone is given out again after its owner
 * died. Undefined when no such process runs. A zombie counts as dead: it holds no file and answers nobody,
 * and in a container nothing may ever collect it.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function identityOf(pid) {
  const started = process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid)
  return started && `${pid}-${started}`
}

/**
 * @param {string} identity
 * @returns {boolean}
 */
export function isAlive(identity) {
  return identityOf(Number.parseInt(identity, 10)) === identity
}

/**
 * @param {string} identity
 * @param {NodeJS.Signals} name
 */
export function signal(identity, name) {
  try {
    if (isAlive(identity)) process.kill(Number.parseInt(identity, 10), name)
  } catch {
    // it ended by itself
  }
}

/**
 * @param {string} identity
 * @param {number} milliseconds
 */
export async function untilDead(identity, milliseconds) {
  for (const deadline = Date.now() + milliseconds; isAlive(identity); await sleep(20)) {
    if (Date.now() > deadline) return false
  }
  return true
}

/**
 * The processes that were started with this exact argument.
 * @param {string} argument
 * @returns {{ pid: number, args: string[] }[]}
 */
export function findProcesses(argument) {
  const all = process.platform === 'linux' ? processesFromProc() : processesFromPs()
  return all.filter(({ args }) => args.includes(argument))
}

function processesFromProc() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.flatMap((pid) => {
    try {
      return [{ pid: Number(pid), args: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') }]
    } catch {
      return [] // it ended while we were reading
    }
  })
}

/** `ps` joins the arguments by spaces; ours all begin with `--`, so a folder with a space in its name survives. */
function processesFromPs() {
  const { stdout } = spawnSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' })
  const lines = stdout.trim().split('\n')
  return lines.map((line) => ({ pid: Number.parseInt(line, 10), args: line.trim().split(/ (?=--)/) }))
}

/** @param {number} pid */
function startFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the command name stands in brackets and may itself hold spaces and brackets
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return /[ZX]/.test(fields[0] ?? 'X') ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function startFromPs(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
  const [, state, started] = /^\s*(\S+)\s+(.+?)\s*$/m.exec(stdout ?? '') ?? []
  return !started || state?.startsWith('Z') ? undefined : String(Date.parse(started))
}

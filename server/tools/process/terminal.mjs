/** The one voice of the tools: steps with their time on stdout, so that what the server logs stays apart. */
const began = Date.now()

export function step(/** @type {string} */ what) {
  console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${what}`)
}

/**
 * Runs `shutdown` once, at Ctrl-C or when the terminal goes, and then exits with 0: being asked to stop is no failure.
 * @param {() => Promise<void>} shutdown
 */
export function onStopRequest(shutdown) {
  let asked = false
  const stop = async () => {
    if (asked) return
    asked = true
    try {
      await shutdown()
      process.exit(0)
    } catch (error) {
      fail(error)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  watchNpm(stop)
}

/** `kill -9` of npm leaves its script running with the port taken; so the script goes when npm has gone. */
function watchNpm(/** @type {() => void} */ stop) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  setInterval(() => process.ppid !== parent && stop(), 500).unref()
}

export function fail(/** @type {unknown} */ error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

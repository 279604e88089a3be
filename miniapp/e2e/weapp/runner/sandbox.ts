import vm from 'node:vm'

export interface Sandbox {
  context: vm.Context
  /** Console lines of the app. */
  logs: { level: string; text: string }[]
  /** Errors nobody caught, in timers or promises. */
  errors: unknown[]
  stop(): void
}

/** What WeChat's logic thread lacks; using one of them must fail here as it would on a phone. */
const missing = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics']

/**
 * A bare V8 context: ECMAScript built-ins and `globals`, no DOM, no fetch, no URL, no code from strings. A
 * global that the build takes for granted shows up as a ReferenceError.
 */
export function createSandbox(globals: Record<string, unknown>): Sandbox {
  const logs: Sandbox['logs'] = []
  const errors: unknown[] = []
  const timers = new Set<NodeJS.Timeout>()
  const context = vm.createContext(
    { console: recordingConsole(logs), ...recordingTimers(timers, errors), ...globals },
    { name: 'weapp' },
  )
  vm.runInContext(`for (const name of ${JSON.stringify(missing)}) delete globalThis[name]`, context)
  vm.runInContext(noCodeFromStrings, context)
  return {
    context,
    logs,
    errors,
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** `Function('return this')` stays: regenerator and core-js look for the global object that way. */
const noCodeFromStrings = `
  globalThis.eval = undefined
  {
    const prototype = Function.prototype
    globalThis.Function = function Function(...source) {
      if (source.length === 1 && source[0] === 'return this') return () => globalThis
      throw new EvalError('new Function is not allowed in a mini-program')
    }
    globalThis.Function.prototype = prototype
  }
`

function recordingConsole(logs: Sandbox['logs']) {
  const levels = ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd']
  return Object.fromEntries(
    levels.map((level) => [
      level,
      (...parts: unknown[]) => void logs.push({ level, text: parts.map(printed).join(' ') }),
    ]),
  )
}

function printed(value: unknown): string {
  if (typeof value === 'string') return value
  const stack = (value as Error | undefined)?.stack
  return stack ?? JSON.stringify(value) ?? String(value)
}

function recordingTimers(timers: Set<NodeJS.Timeout>, errors: unknown[]) {
  const guarded =
    (callback: (...given: unknown[]) => void, given: unknown[], after = () => {}) =>
    () => {
      after()
      try {
        callback(...given)
      } catch (error) {
        errors.push(error)
      }
    }
  const start =
    (set: typeof setTimeout | typeof setInterval) =>
    (callback: (...given: unknown[]) => void, delay?: number, ...given: unknown[]) => {
      const timer = set(guarded(callback, given), delay)
      timer.unref()
      timers.add(timer)
      return timer
    }
  const stop = (timer: NodeJS.Timeout) => {
    timers.delete(timer)
    clearTimeout(timer)
  }
  return {
    setTimeout: start(setTimeout),
    setInterval: start(setInterval),
    clearTimeout: stop,
    clearInterval: stop,
  }
}

/** Writes `value` at a setData path such as `root.cn.[0].cn.[1].v`. */
export function writePath(target: Record<string, unknown>, path: string, value: unknown) {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = keys.pop()
  if (last === undefined) return
  let place = target
  keys.forEach((key, index) => {
    const next = keys[index + 1] ?? last
    place[key] ??= /^\d+$/.test(next) ? [] : {}
    place = place[key] as Record<string, unknown>
  })
  place[last] = value
}

/** What crosses from WeChat's logic thread to its view thread: JSON, nothing else. */
export const throughJson = <T>(value: T): T =>
  value === undefined ? value : JSON.parse(JSON.stringify(value))

/** Keeps the screen on while a code is shown; browsers cannot change its brightness. Returns what undoes it. */
export function brightenScreen(): () => void {
  if (!('wakeLock' in navigator)) return () => {}
  // refused on a low battery: the page works without it
  const lock = navigator.wakeLock.request('screen').catch(() => null)
  return () => void lock.then((held) => held?.release())
}
